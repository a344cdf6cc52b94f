/// The status code and header fields of a response.
public struct TransportResponseHead: Sendable, Hashable {
  /// The status code. Redirects (3xx) are returned like any other response.
  public var status: Int
  /// The header fields of the final response, in order.
  public var headers: TransportHeaders
  /// A Boolean value that indicates whether the server sent the body compressed and the transport
  /// decoded it.
  ///
  /// The sizes and ranges that the server names are then those of the compressed body. So
  /// `Content-Length` is missing from the headers, and such a body can't be resumed with `Range`.
  /// `Content-Encoding` stays.
  public var isDecoded: Bool

  /// Creates a response head.
  public init(status: Int, headers: TransportHeaders = [:], isDecoded: Bool = false) {
    self.status = status
    self.headers = headers
    self.isDecoded = isDecoded
  }
}

/// A complete HTTP response.
public struct TransportResponse: Sendable, Hashable {
  /// The status code and header fields.
  public var head: TransportResponseHead
  /// The body, decoded if it was compressed. See ``TransportResponseHead/isDecoded``.
  public var body: [UInt8]

  /// Creates a response.
  public init(head: TransportResponseHead, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }

  /// The status code.
  public var status: Int { head.status }
  /// The header fields.
  public var headers: TransportHeaders { head.headers }
}

extension TransportResponse: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The status code, the header fields without secrets, and the size of the body.
  public var description: String { "\(status)\n\(headers)\n(\(body.count) bytes)" }
  /// The same text as ``description``.
  public var debugDescription: String { description }
  /// A mirror that doesn't reveal secrets.
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
