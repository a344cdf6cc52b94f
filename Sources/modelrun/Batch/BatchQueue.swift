import ModelRuntime
import ModelTransport
import ToolSupport

/// The lines of a batch that are still to be submitted.
final class BatchQueue: Sequence, Sendable {
  private struct State {
    var next = 0
    /// The lines whose submission is under way.
    var submitting: Set<Int> = []
    var isStopped = false
    var reason: ExitCode?
  }

  private let lines: [BatchLine]
  private let state = Locked(State())

  init(_ lines: [BatchLine]) { self.lines = lines }

  func makeIterator() -> AnyIterator<DynamicRequest> { AnyIterator { self.next() } }

  private func next() -> DynamicRequest? {
    state.withLock { state in
      guard !state.isStopped, state.next < lines.count else { return nil }
      defer { state.next += 1 }
      state.submitting.insert(state.next)
      return lines[state.next].request
    }
  }

  /// Notes that the submission of a line has ended.
  func settle(_ index: Int) { state.withLock { _ = $0.submitting.remove(index) } }

  /// A Boolean value that indicates whether no submission is under way.
  var isQuiet: Bool { state.withLock { $0.submitting.isEmpty } }

  /// Lets no further line be submitted.
  ///
  /// - Parameter reason: The exit code of an error that every other line would have too.
  func stop(_ reason: ExitCode? = nil) {
    state.withLock { state in
      state.isStopped = true
      state.reason = state.reason ?? reason
    }
  }

  /// The exit code of the error that stopped the batch.
  var reason: ExitCode? { state.withLock { $0.reason } }
}
