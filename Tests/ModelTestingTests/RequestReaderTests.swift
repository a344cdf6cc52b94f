import Testing

@testable import ModelTesting

/// Requests in pieces, and requests that are broken.
@Suite("Parsing HTTP requests") struct RequestReaderTests {
  private static let stream = Array(
    """
    POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello\r\nGET /b?q=1 HTTP/1.1\nHost: y\n\n\
    POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n4\r\ndefg\r\n0\r\nT: 1\r\n\r\n\
    GET /d HTTP/1.1\r\nHost: z\r\n\r\n
    """.utf8)

  /// Returns the requests parsed from bytes that arrive in pieces, and the error as the last item.
  private func read(_ bytes: [UInt8], cut: (inout SystemRandomNumberGenerator) -> Int) -> [String] {
    var generator = SystemRandomNumberGenerator()
    var reader = RequestReader(bodyLimit: 1_000)
    var (seen, rest) = ([String](), bytes[...])
    while true {
      do throws(RequestProblem) {
        while let event = try reader.next() {
          if case .request(let request) = event {
            let body = String(decoding: request.body, as: UTF8.self)
            seen.append("\(request.head.method) \(request.head.path) \(request.head.query) \(body)")
          }
        }
      } catch {
        return seen + ["\(error.status)"]
      }
      guard !rest.isEmpty else { return seen }
      let piece = rest.prefix(cut(&generator))
      piece.withUnsafeBytes { reader.append($0) }
      rest = rest.dropFirst(piece.count)
    }
  }

  @Test("Requests are parsed the same however the stream is split")
  func cuts() {
    let whole = ["POST /a  hello", "GET /b q=1 ", "POST /c  abcdefg", "GET /d  "]
    #expect(read(Self.stream) { _ in 1 } == whole)
    #expect(read(Self.stream) { _ in 10_000 } == whole)
    for _ in 0..<200 {
      #expect(read(Self.stream) { Int.random(in: 1...40, using: &$0) } == whole)
    }
  }

  @Test("Damaged streams are parsed the same however they are split")
  func damage() {
    for _ in 0..<2_000 {
      var bytes = Self.stream
      for _ in 0..<Int.random(in: 1...4) {
        let place = Int.random(in: bytes.indices)
        switch Int.random(in: 0..<3) {
        case 0: bytes[place] = UInt8.random(in: 0...255)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: Self.stream.prefix(.random(in: 1...30)), at: place)
        }
      }
      let whole = read(bytes) { _ in 10_000 }
      let pieces = read(bytes) { Int.random(in: 1...9, using: &$0) }
      #expect(whole == pieces, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
