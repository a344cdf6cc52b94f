import ModelTransport

/// A submission that goes on when nobody waits for its answer any more, for a limited time: the
/// answer may name a job that is paid for.
struct PendingSubmission<Answer: Sendable>: Sendable {
  private struct State {
    var answer: Answer?
    var isAbandoned = false
  }

  let time: RuntimeTime
  /// How long the submission goes on after it was abandoned.
  let grace: Duration
  private let state = Monitor(State())
  /// When an abandoned submission is given up.
  private let end = Monitor(Duration?.none)

  init(time: RuntimeTime, grace: Duration) {
    (self.time, self.grace) = (time, grace)
  }

  /// Runs the submission.
  ///
  /// - Returns: The answer, if nobody waits for it any more.
  func run(_ submit: @escaping @Sendable () async -> Answer) async -> Answer? {
    let answer = await time.limit(submit) {
      guard let moment = try? await end.wait({ $0 }) else { return false }
      return (try? await time.sleep(until: moment)) != nil
    }.value
    var isAbandoned = false
    state.change { state in
      state.answer = answer
      isAbandoned = state.isAbandoned
    }
    return isAbandoned ? answer : nil
  }

  /// Waits for the answer.
  ///
  /// - Returns: Nil when the task was cancelled before the answer came; the submission is abandoned
  ///   then.
  func answer() async -> Answer? {
    if let answer = try? await state.wait({ $0.answer }) { return answer }
    var answer: Answer?
    state.change { state in
      answer = state.answer
      state.isAbandoned = answer == nil
    }
    if answer == nil { end.change { $0 = time.now + grace } }
    return answer
  }
}
