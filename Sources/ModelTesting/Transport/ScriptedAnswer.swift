public import ModelTransport

/// What a `ScriptedTransport` answers to one request.
public struct ScriptedAnswer: Sendable {
  /// Status and header lines; nil when no answer comes.
  public var head: TransportResponseHead?
  /// The body.
  public var body: [UInt8] = []
  /// Passes on the transport's clock before anything comes.
  public var delay: Duration = .zero
  /// Thrown after head and body, if there are any: an answer that was cut.
  public var failure: TransportError?
  /// How often this answer is given before the next one's turn comes.
  public var times = 1

  /// An answer with a body of bytes.
  public static func status(
    _ status: Int, headers: TransportHeaders = [:], body: [UInt8] = []
  ) -> Self {
    Self(head: TransportResponseHead(status: status, headers: headers), body: body)
  }

  /// An answer with a JSON text as its body.
  public static func json(_ text: String, status: Int = 200) -> Self {
    .status(status, headers: ["Content-Type": "application/json"], body: Array(text.utf8))
  }

  /// No answer but a failure.
  public static func failure(_ failure: TransportError) -> Self { Self(failure: failure) }

  /// Silence: the request ends by its own total time limit or by cancellation.
  public static let never = Self(delay: .seconds(Int64(Int32.max)))

  /// The same answer, later.
  public func after(_ delay: Duration) -> Self {
    var copy = self
    copy.delay = delay
    return copy
  }

  /// The same answer with a failure behind it.
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
