import ModelCore
import ModelTransport
import RawServer

/// A service whose jobs end at once, and that counts the submissions of each key.
///
/// The key of a job is in its request body.
final class JobCounter: Sendable {
  private struct State {
    var posts: [String: Int] = [:]
    /// Keys by job ID.
    var jobs: [String: String] = [:]
  }

  private let state: Locked<State>
  private let server: RawServer

  var baseURL: String { "http://127.0.0.1:\(server.port)" }
  /// The number of submissions of each key.
  var posts: [String: Int] { state.withLock { $0.posts } }
  /// The keys by the ID of their job.
  var jobs: [String: String] { state.withLock { $0.jobs } }

  init() throws {
    let state = Locked(State())
    self.state = state
    server = try RawServer { connection in
      while let request = connection.readRequest() {
        connection.answer(
          headers: "Content-Type: application/json\r\n",
          body: Array(JobCounter.answer(to: request, state).utf8))
      }
    }
  }

  private static func answer(to request: RawRequest, _ state: Locked<State>) -> String {
    if request.method == "POST" {
      let key = (try? JSONValue(parsing: request.body))?["key"]?.string ?? ""
      let id = state.withLock { state in
        state.posts[key, default: 0] += 1
        let id = "job-\(state.jobs.count)"
        state.jobs[id] = key
        return id
      }
      return #"{"request_id":"\#(id)"}"#
    }
    let parts = request.target.prefix { $0 != "?" }.split(separator: "/")
    let id = parts.count > 1 ? String(parts[parts.count - 2]) : ""
    return parts.last == "status"
      ? #"{"request_id":"\#(id)","status":"completed"}"#
      : #"{"request_id":"\#(id)","status":"succeeded","output":{"image":"https://a.example/1.png"}}"#
  }
}
