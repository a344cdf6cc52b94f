import ModelTransport

/// The right to submit one job, and the duty to record what came of it.
final class JournalTicket: Sendable {
  private let journal: JobJournal
  private let job: String
  private let timeOfDay: @Sendable () -> Double
  private let isSettled = Locked(false)

  init(journal: JobJournal, job: String, timeOfDay: @escaping @Sendable () -> Double) {
    (self.journal, self.job, self.timeOfDay) = (journal, job, timeOfDay)
  }

  /// Records what came of the submission, the first time that it is called. If that can't be written
  /// now, it is kept in memory and written before anything else.
  func settle(_ result: Result<JobHandle, ModelError>) async {
    let isFirst = isSettled.withLock { isSettled in
      defer { isSettled = true }
      return !isSettled
    }
    guard isFirst else { return }
    let line = JournalLine(job: job, time: timeOfDay(), event: JournalTicket.event(of: result))
    try? await journal.perform(isDurable: true, keepsLines: true) {
      store throws(JobJournal.Problem) in
      store.add(line)
    }
  }

  private static func event(of result: Result<JobHandle, ModelError>) -> JournalLine.Event {
    switch result {
    case .success(let handle): return .accepted(id: handle.jobID)
    case .failure(let error):
      // An ID that came through names a job that is paid for, whatever else was lost.
      if let handle = error.handle { return .accepted(id: handle.jobID) }
      if case .submissionUnknown(let doubt) = error.reason {
        return .unclear(reason: ServiceText.line("\(doubt)"))
      }
      return .notSubmitted(reason: ServiceText.line(error.message))
    }
  }
}
