/// The outcome of asking the service to cancel a job.
public enum CancelOutcome: Sendable, Hashable, Codable {
  /// The job will not run.
  case cancelled
  /// The job is already running. It continues, and is charged.
  case notCancellable
  /// The job had already ended, with this record.
  case alreadyFinished(JobRecord)
  /// The service didn't answer in time, or its answer doesn't say.
  case unknown(ReadFailure?)
}
