/// Status and header lines of an answer.
public struct TransportResponseHead: Sendable, Hashable {
  /// 200…599 from an ordinary server; a redirect (3xx) is an answer like any other.
  public var status: Int
  /// The header lines of the final answer, in order.
  public var headers: TransportHeaders
  /// A Boolean value that indicates whether the server sent the body compressed and the transport
  /// decoded it.
  ///
  /// The sizes and ranges that the server names are then those of the compressed body. So
  /// `Content-Length` is missing from the headers, and such a body can't be resumed with `Range`.
  /// `Content-Encoding` stays.
  public var isDecoded: Bool

  /// A head.
  public init(status: Int, headers: TransportHeaders = [:], isDecoded: Bool = false) {
    self.status = status
    self.headers = headers
    self.isDecoded = isDecoded
  }
}

/// A whole answer.
public struct TransportResponse: Sendable, Hashable {
  /// Status and header lines.
  public var head: TransportResponseHead
  /// The body. One that came compressed is decoded; see ``TransportResponseHead/isDecoded``.
  public var body: [UInt8]

  /// An answer.
  public init(head: TransportResponseHead, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }

  /// The status code.
  public var status: Int { head.status }
  /// The header lines.
  public var headers: TransportHeaders { head.headers }
}

extension TransportResponse: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// Status, header lines without secrets, and the size of the body.
  public var description: String { "\(status)\n\(headers)\n(\(body.count) bytes)" }
  /// The same as `description`, so that debug output shows no more.
  public var debugDescription: String { description }
  /// What `dump` and debuggers show: no secrets.
  public var customMirror: Mirror { Mirror(self, children: ["response": description]) }
}
