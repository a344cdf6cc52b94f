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

extension TransportResponseHead {
  /// The codings in which the body comes, in lower case and the order of their application. None for
  /// a body that comes as it is.
  package var contentCodings: [String] {
    headers.values(of: "content-encoding")
      .flatMap { $0.split(separator: ",") }
      .map { $0.trimmingBlanks.lowercased() }
      .filter { !$0.isEmpty && $0 != "identity" && $0 != "none" }
  }

  /// A Boolean value that indicates whether an answer with this head has a body at all.
  package func hasBody(answering method: TransportMethod) -> Bool {
    method != .head && status != 204 && status != 304
  }

  /// The head of the same answer with its body decoded: the length that the server names is of no
  /// more use.
  package var decoded: TransportResponseHead {
    var head = self
    head.headers["Content-Length"] = nil
    head.isDecoded = true
    return head
  }
}
