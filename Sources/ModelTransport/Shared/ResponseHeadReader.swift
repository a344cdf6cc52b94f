/// Reads the header lines of an answer, one by one, as they stood on the wire.
struct ResponseHeadReader {
  private var status: Int?
  private var fields: [TransportHeader] = []
  private var left: Int
  private(set) var isComplete = false

  init(maximumBytes: Int) { left = maximumBytes }

  /// Takes a line with its line end. The head, when this line was the last of it.
  ///
  /// Interim answers (1xx) are read and forgotten; lines after the final head are trailers and
  /// are only counted.
  mutating func take(_ line: UnsafeRawBufferPointer) throws(TransportError)
    -> TransportResponseHead?
  {
    left -= line.count
    guard left >= 0 else {
      throw TransportError(.tooLarge, "the response has more header lines than allowed")
    }
    guard !isComplete else { return nil }
    var text = String(decoding: line, as: UTF8.self)[...]
    while let last = text.utf8.last, last == 13 || last == 10 { text = text.dropLast() }
    guard status != nil else {
      status = try Self.status(in: text)
      return nil
    }
    if text.isEmpty { return try endOfBlock() }
    try add(text)
    return nil
  }

  private mutating func endOfBlock() throws(TransportError) -> TransportResponseHead? {
    guard let status else { return nil }
    guard status != 101 else {
      throw TransportError(.badResponse, "the server switched to another protocol")
    }
    defer {
      self.status = nil
      fields = []
    }
    guard status >= 200 else { return nil }
    isComplete = true
    return TransportResponseHead(status: status, headers: TransportHeaders(fields))
  }

  private mutating func add(_ line: Substring) throws(TransportError) {
    if line.first == " " || line.first == "\t", let last = fields.indices.last {
      fields[last].value += " " + line.trimmingBlanks
      return
    }
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex else {
      throw TransportError(.badResponse, "the response has a header line without a name")
    }
    let value = line[line.utf8.index(after: colon)...].trimmingBlanks
    fields.append(TransportHeader(String(line[..<colon].trimmingBlanks), String(value)))
  }

  private static func status(in line: Substring) throws(TransportError) -> Int {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, parts[0].hasPrefix("HTTP/"), parts[1].utf8.count == 3,
      let status = Int(parts[1]), (100...999).contains(status)
    else { throw TransportError(.badResponse, "the response doesn't begin with an HTTP status") }
    return status
  }
}
