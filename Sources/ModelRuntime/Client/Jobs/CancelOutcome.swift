/// What came of asking the service to cancel a job.
public enum CancelOutcome: Sendable, Hashable {
  /// The job will not run.
  case cancelled
  /// The job runs already. It goes on, and is charged.
  case notCancellable
  /// The job had ended before; here is what it gave.
  case alreadyFinished(JobRecord)
  /// The service didn't say, in time or at all.
  case unknown(ReadFailure?)
}
