import ModelTransport
import RawServer

/// A service whose jobs stay in the queue until they are cancelled, and whose answer to a
/// submission comes when a test wants it.
final class HeldService: Sendable {
  private struct State {
    var accepted: [String] = []
    var polls = 0
    var cancels = 0
  }

  private final class Log: Sendable {
    let state = Locked(State())
  }

  private let server: RawServer
  private let log = Log()

  /// - Parameters:
  ///   - heard: Called with each request before it is answered.
  ///   - hold: Called on a thread of its own between the submission and its answer.
  init(
    heard: @escaping @Sendable (RawRequest) -> Void = { _ in },
    hold: @escaping @Sendable () -> Void
  ) throws {
    let log = log
    server = try RawServer { connection in
      while let request = connection.readRequest() {
        heard(request)
        let answer = HeldService.answer(to: request, log, hold)
        connection.answer(
          headers: "Content-Type: application/json\r\n", body: Array(answer.utf8))
      }
    }
  }

  var port: Int { server.port }
  var baseURL: String { "http://127.0.0.1:\(port)" }

  /// The IDs of the jobs that are charged.
  var accepted: [String] { log.state.withLock { $0.accepted } }
  /// The number of times a job's state was requested.
  var polls: Int { log.state.withLock { $0.polls } }
  var cancels: Int { log.state.withLock { $0.cancels } }

  private static func answer(
    to request: RawRequest, _ log: Log, _ hold: @Sendable () -> Void
  ) -> String {
    if request.target.hasSuffix("/cancel") {
      log.state.withLock { $0.cancels += 1 }
      return #"{"status": "cancelled", "outcome": "cancelled"}"#
    }
    guard request.method == "POST" else {
      log.state.withLock { $0.polls += 1 }
      return #"{"status": "in_queue", "queue_position": 3}"#
    }
    let id = log.state.withLock { state in
      state.accepted.append("job-\(state.accepted.count + 1)-of-the-held-service")
      return state.accepted[state.accepted.count - 1]
    }
    hold()
    return #"{"request_id": "\#(id)"}"#
  }
}
