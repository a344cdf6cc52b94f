import ModelTransport

/// Collects an answer as it arrives, so that what came before the connection broke isn't lost.
final class ArrivingAnswer: TransportBodySink {
  private struct State {
    var answer = TransportResponse(head: TransportResponseHead(status: 0))
    var isCut = false
  }

  private struct TooLong: Error {}

  private let state = Locked(State())
  private let maximumBytes: Int

  /// - Parameter maximumBytes: The length of the body after which nothing more is taken.
  init(maximumBytes: Int = 8 << 20) { self.maximumBytes = maximumBytes }

  /// The response so far. The status is 0 before the head arrives.
  var current: TransportResponse { state.withLock { $0.answer } }
  /// A Boolean value that indicates whether the body was longer than allowed, and only its beginning
  /// is kept.
  var isCut: Bool { state.withLock { $0.isCut } }

  /// A Boolean value that indicates whether the head of an answer has come.
  var hasBegun: Bool { current.status != 0 }

  func begin(_ head: TransportResponseHead) { state.withLock { $0.answer.head = head } }

  func receive(_ bytes: [UInt8]) throws {
    let isCut = state.withLock { state in
      let room = maximumBytes - state.answer.body.count
      state.answer.body += bytes.prefix(room)
      state.isCut = bytes.count > room
      return state.isCut
    }
    if isCut { throw TooLong() }
  }
}
