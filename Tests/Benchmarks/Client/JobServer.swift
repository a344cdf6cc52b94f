import ModelTransport
import RawServer

/// A stand-in of the service on loopback: takes jobs, and ends all of them together.
final class JobServer: Sendable {
  private struct State {
    var posts = 0
    var polls = 0
    var finished: Set<String> = []
    var mostAlive = 0
    /// When the last of the awaited jobs came.
    var lastPost: ContinuousClock.Instant?
  }

  private let server: RawServer
  private let state: Locked<State>

  /// - Parameters:
  ///   - count: Jobs that are awaited.
  ///   - life: How long they stay alive, once all of them are there.
  init(awaiting count: Int, life: Duration) throws {
    let state = Locked(State())
    self.state = state
    server = try RawServer { connection in
      while let request = connection.readRequest() {
        let answer =
          request.method == "POST"
          ? JobServer.take(state, count) : JobServer.look(state, request.target, count, life)
        guard connection.answer(body: Array(answer.utf8)) else { return }
      }
    }
  }

  var port: Int { server.port }
  var posts: Int { state.withLock { $0.posts } }
  var polls: Int { state.withLock { $0.polls } }
  var mostAlive: Int { state.withLock { $0.mostAlive } }

  private static func take(_ state: Locked<State>, _ count: Int) -> String {
    state.withLock { state in
      state.posts += 1
      state.mostAlive = max(state.mostAlive, state.posts - state.finished.count)
      if state.posts == count { state.lastPost = .now }
      return #"{"request_id": "job-\#(state.posts)"}"#
    }
  }

  private static func look(
    _ state: Locked<State>, _ target: String, _ count: Int, _ life: Duration
  ) -> String {
    let parts = target.prefix { $0 != "?" }.split(separator: "/")
    let id = parts.dropLast().last.map(String.init) ?? ""
    return state.withLock { state in
      state.polls += 1
      guard let last = state.lastPost, .now - last >= life else {
        return #"{"request_id": "\#(id)", "status": "in_progress"}"#
      }
      if parts.last == "status" { return #"{"request_id": "\#(id)", "status": "completed"}"# }
      state.finished.insert(id)
      let image = "https://files.runcomfy.net/\(id).png"
      return
        #"{"request_id": "\#(id)", "status": "succeeded", "output": {"image": "\#(image)"}}"#
    }
  }
}
