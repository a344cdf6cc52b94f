/// Status and header lines of an answer.
public struct HTTPResponseHead: Sendable, Hashable {
  /// 200…599 from an ordinary server; a redirect (3xx) is an answer like any other.
  public var status: Int
  /// The header lines of the final answer, in order.
  public var headers: HTTPFields

  /// A head.
  public init(status: Int, headers: HTTPFields = [:]) {
    self.status = status
    self.headers = headers
  }
}

/// A whole answer.
public struct HTTPResponse: Sendable, Hashable {
  /// Status and header lines.
  public var head: HTTPResponseHead
  /// The body as it came over the wire: a compressed one stays compressed.
  public var body: [UInt8]

  /// An answer.
  public init(head: HTTPResponseHead, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }

  /// The status code.
  public var status: Int { head.status }
  /// The header lines.
  public var headers: HTTPFields { head.headers }
}

extension HTTPResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Status, header lines without secrets, and the size of the body.
  public var description: String { "\(status)\n\(headers)\n(\(body.count) bytes)" }
  /// The same as `description`, so that debug output shows no more.
  public var debugDescription: String { description }
  /// What `dump` and debuggers show: no secrets.
  public var customMirror: Mirror { Mirror(self, children: ["response": description]) }
}
