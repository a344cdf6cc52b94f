import ModelTransport

/// Takes the answer to a request for the first bytes of a file, or for others of it, and ends the
/// exchange as soon as they are there, whatever the server goes on to send.
final class RangeSink: TransportBodySink {
  /// The response so far.
  struct Answer: Sendable {
    var bytes: [UInt8] = []
    /// Size of the whole file, where the server says so.
    var total: Int?
    /// Tells this version of the file from others.
    var validator: String?
    /// The server sends the whole file whatever is asked of it.
    var ignoresRanges = false
    var isPage = false
    /// Nothing stands where the range begins.
    var isPastEnd = false
    /// The reason there are no bytes to inspect.
    var refusal: String?
  }

  /// Ends the exchange.
  private struct Enough: Error {}

  private let range: Range<Int>
  private let answer = Locked(Answer())

  init(_ range: Range<Int>) { self.range = range }

  /// The response so far.
  var current: Answer { answer.withLock { $0 } }

  func begin(_ head: TransportResponseHead) throws {
    let isOver = answer.withLock { answer in
      answer.read(head, asked: range)
      return answer.refusal != nil || answer.isPastEnd
    }
    if isOver { throw Enough() }
  }

  func receive(_ bytes: [UInt8]) throws {
    let isFull = answer.withLock { answer in
      answer.bytes += bytes.prefix(range.count - answer.bytes.count)
      return answer.bytes.count >= range.count
    }
    if isFull { throw Enough() }
  }
}

extension RangeSink.Answer {
  fileprivate mutating func read(_ head: TransportResponseHead, asked range: Range<Int>) {
    validator = head.headers["etag"] ?? head.headers["last-modified"]
    isPage = head.headers["content-type"]?.lowercased().hasPrefix("text/html") ?? false
    switch head.status {
    case 200..<300 where isEncoded(head):
      refusal = "the server compresses the file"
    case 200:
      ignoresRanges = true
      total = head.headers["content-length"].flatMap { Int($0) }
      if range.lowerBound > 0 { refusal = "the server no longer supports ranges" }
    case 206:
      let given = ContentRange(head.headers["content-range"] ?? "")
      total = given?.total
      if given?.start != range.lowerBound { refusal = "the server sent another range" }
    case 416:
      isPastEnd = true
      total = head.headers["content-range"]?.split(separator: "/").last.flatMap { Int($0) }
    case 300..<400: refusal = "the URL redirects, which isn't followed"
    default: refusal = "the server responded with HTTP \(head.status)"
    }
  }

  private func isEncoded(_ head: TransportResponseHead) -> Bool {
    head.headers["content-encoding"].map { $0.lowercased() != "identity" } ?? false
  }

  /// Returns a Boolean value that indicates whether a later response is about the same version of
  /// the file.
  func isSameFile(as later: Self) -> Bool {
    (total == nil || later.total == nil || total == later.total)
      && (validator == nil || later.validator == nil || validator == later.validator)
  }
}
