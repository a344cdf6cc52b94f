import ModelTransport

/// A log of the received calls, for tests of clients.
final class CallLog: Sendable {
  private struct State {
    var submissions: [MockSubmission] = []
    var accepted = 0
    var calls: [MockCall: Int] = [:]
  }

  private let state = Locked(State())
  private let limit: Int

  init(limit: Int) { self.limit = max(0, limit) }

  var submissions: [MockSubmission] { state.withLock { Array($0.submissions.suffix(limit)) } }
  var accepted: Int { state.withLock { $0.accepted } }

  func count(of call: MockCall) -> Int { state.withLock { $0.calls[call, default: 0] } }

  func note(_ call: MockCall) { state.withLock { $0.calls[call, default: 0] += 1 } }

  func note(_ submission: MockSubmission) {
    state.withLock { state in
      state.accepted += 1
      state.submissions.append(submission)
      // Not one by one, which would move all of them for each.
      if state.submissions.count > 2 * limit {
        state.submissions.removeFirst(state.submissions.count - limit)
      }
    }
  }
}

/// A kind of call that a client makes.
public enum MockCall: String, Sendable, Hashable, CaseIterable {
  case submit, status, result, cancel, download, catalogue
}
