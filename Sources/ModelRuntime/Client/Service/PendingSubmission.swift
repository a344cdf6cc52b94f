import ModelTransport

/// A submission that continues for a limited time after its call has ended, because the response
/// may name a job that is charged.
struct PendingSubmission<Answer: Sendable>: Sendable {
  private struct State {
    var answer: Answer?
    var isAbandoned = false
  }

  let time: RuntimeTime
  /// The time that an abandoned submission has left to finish.
  let grace: Duration
  private let state = Monitor(State())
  /// When an abandoned submission is given up.
  private let end = Monitor(Duration?.none)

  init(time: RuntimeTime, grace: Duration) {
    (self.time, self.grace) = (time, grace)
  }

  /// Runs the submission.
  ///
  /// - Returns: The response, if the call has ended.
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
