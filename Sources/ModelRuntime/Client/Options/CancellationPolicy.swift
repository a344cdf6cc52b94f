/// The effect of a cancelled task on the job it waits for.
///
/// The same applies to a job whose submission was under way when its call ended, once the job is
/// known; see ``CallOptions/submissionGrace``. A job that is already running can't be cancelled: it
/// runs on, and is charged.
public enum CancellationPolicy: Sendable, Hashable {
  /// The default: `run` cancels its job because no other code holds a handle to it, and waiting for
  /// a job leaves it running.
  case automatic
  /// The job is left running. The error carries its handle.
  case leaveRunning
  /// The service is asked to cancel the job, in the background and for five seconds at most. The
  /// wait itself ends at once.
  case cancelJob

  func cancelsJob(inRun: Bool) -> Bool { self == .cancelJob || self == .automatic && inRun }
}
