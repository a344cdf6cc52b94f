import ModelCore
import ModelSchema

/// Finds out what a source is, and reads it.
enum SourceReader {
  static func read(_ source: SourceText) -> SourceReading {
    let bytes = source.bytes
    guard !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]) else {
      return failure("the text is encoded as UTF-16; save it as UTF-8", at: source.anchor(at: 0))
    }
    guard let first = firstByte(of: bytes) else {
      return failure("the source is empty", at: source.anchor(at: 0))
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      do throws(JSONParsingError) {
        let document = try JSONDocument(parsing: bytes)
        var forms = JSONForms(source: source) { source.anchor(at: $0.byteRange.lowerBound) }
        forms.read(document.root)
        return forms.reading
      } catch {
        // A text that only begins with JSON may be a page.
        let parts = PageParts(bytes)
        let isListOfSchemas =
          source.modelID != nil && parts.broken.isEmpty && !parts.schemas.isEmpty
        if parts.addresses.isEmpty, parts.named.isEmpty, !isListOfSchemas {
          return failure("invalid JSON: \(error.message)", at: source.anchor(at: error.offset))
        }
      }
    }
    return readPage(source)
  }

  private static func failure(_ message: String, at anchor: Anchor) -> SourceReading {
    var reading = SourceReading()
    reading.add(.error, message, at: anchor)
    return reading
  }

  private static func firstByte(of bytes: [UInt8]) -> UInt8? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.first { !$0.isBlank }
  }

  private static func readPage(_ source: SourceText) -> SourceReading {
    let plain = PlainText(plain: source.bytes)
    if !MarkupSigns.beginsWithMarkup(source.bytes) {
      let embedded = EmbeddedJSON(in: source.bytes)
      if !MarkupSigns.areOutside(embedded, in: source.bytes) {
        return PageReader.read(source, text: plain, parts: PageParts(source.bytes))
      }
    }
    let text = HTMLReader.read(source.bytes)
    return PageReader.read(source, text: text, parts: PageParts(text.bytes))
  }
}
