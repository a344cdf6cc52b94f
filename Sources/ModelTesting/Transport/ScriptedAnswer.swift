public import ModelTransport

/// A scripted response of a ``ScriptedTransport``.
public struct ScriptedAnswer: Sendable {
  /// The status and header fields, or `nil` for no response.
  public var head: TransportResponseHead?
  /// The body.
  public var body: [UInt8] = []
  /// The time to let pass on the transport's clock before the response.
  public var delay: Duration = .zero
  /// An error to throw after the head and body, if there are any, as for a connection that breaks.
  public var failure: TransportError?
  /// The number of requests that get this response before the next one is used.
  public var times = 1

  /// Creates a response with a body of bytes.
  public static func status(
    _ status: Int, headers: TransportHeaders = [:], body: [UInt8] = []
  ) -> Self {
    Self(head: TransportResponseHead(status: status, headers: headers), body: body)
  }

  /// Creates a response with JSON text as its body.
  public static func json(_ text: String, status: Int = 200) -> Self {
    .status(status, headers: ["Content-Type": "application/json"], body: Array(text.utf8))
  }

  /// Creates a response that is only an error.
  public static func failure(_ failure: TransportError) -> Self { Self(failure: failure) }

  /// A request that is never answered. It ends by its own time limit or by cancellation.
  public static let never = Self(delay: .seconds(Int64(Int32.max)))

  /// Returns the same response with a delay.
  public func after(_ delay: Duration) -> Self {
    var copy = self
    copy.delay = delay
    return copy
  }

  /// Returns the same response followed by an error.
  public func then(_ failure: TransportError) -> Self {
    var copy = self
    copy.failure = failure
    return copy
  }

  /// The same answer, this often.
  public func times(_ count: Int) -> Self {
    var copy = self
    copy.times = max(0, count)
    return copy
  }

  /// The same answer to every further request. What must happen once only should not have it.
  public var always: Self { times(.max) }
}
