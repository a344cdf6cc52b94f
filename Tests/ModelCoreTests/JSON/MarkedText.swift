import ModelCore
import Testing

/// A text with `1️⃣` where something is expected to be found; the text proper is without it.
struct MarkedText {
  let bytes: [UInt8]
  /// The byte that the marker stood before.
  let offset: Int
  /// Line and column of that byte.
  let place: SourcePlace

  init(_ marked: String) {
    let marker = Array("1️⃣".utf8)
    let all = Array(marked.utf8)
    var offset = 0
    while offset + marker.count <= all.count, !all[offset...].starts(with: marker) { offset += 1 }
    precondition(offset + marker.count <= all.count, "no marker in \(marked)")
    self.offset = offset
    bytes = Array(all[..<offset] + all[(offset + marker.count)...])
    let before = String(decoding: all[..<offset], as: UTF8.self).unicodeScalars
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    place = SourcePlace(line: lines.count, column: (lines.last?.count ?? 0) + 1)
  }
}

/// The error that reading gives; nil if the text was read.
func syntaxError(
  in bytes: [UInt8], maximumDepth: Int = JSONDocument.defaultMaximumDepth
) -> JSONParsingError? {
  do throws(JSONParsingError) {
    _ = try JSONDocument(parsing: bytes, maximumDepth: maximumDepth)
    return nil
  } catch {
    return error
  }
}

/// Expects that the text is refused where the marker stands, with this message.
func expectRefusal(
  _ marked: String, _ message: String, location: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let error = syntaxError(in: text.bytes)
  #expect(error?.message == message, sourceLocation: location)
  #expect(error?.offset == text.offset, sourceLocation: location)
  #expect(error?.place == text.place, sourceLocation: location)
  let (line, column) = (text.place.line, text.place.column)
  #expect(error?.description == "\(line):\(column): \(message)", sourceLocation: location)
}
