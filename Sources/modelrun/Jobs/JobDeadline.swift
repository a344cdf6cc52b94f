import ModelRuntime

/// When a command gives up waiting for its job, over all its calls. What the job has made by then is
/// paid for, and fetched however long that takes.
struct JobDeadline: Sendable {
  private let time: RuntimeTime
  private let end: Duration

  init(after length: Duration, _ clock: any Clock<Duration>) {
    time = RuntimeTime(clock)
    end = length
  }

  /// For a call that begins now. A job that is waited for goes on, whatever happens to the wait:
  /// cancelling it is a call of its own here. Nothing goes on in the background, since the process
  /// ends with the call.
  var options: CallOptions {
    CallOptions(
      timeout: end - time.now, cancellationPolicy: .leaveRunning, submissionGrace: .zero)
  }
}
