public import ModelCore

/// A job at the service.
///
/// Creating or copying a job makes no call. Concurrent waits for the same job share one polling loop.
public struct Job<Output: ModelOutput>: Sendable, Identifiable {
  /// The handle of the job, from which another process can resume it.
  public let handle: JobHandle
  /// The ID of the job at the service.
  public var id: String { handle.jobID }
  /// The rules that could not be checked before the job was submitted, if files behind URLs were
  /// validated.
  public let uncheckedRules: [UncheckedRule]
  let client: ModelClient
  let watch: JobWatch
  /// The error of each call, if the handle is for another service or model.
  let problem: ModelError?

  /// Waits for the job and returns its output.
  ///
  /// - Parameter options: The options of the call, or `nil` for those of the client.
  /// - Returns: The output of the job.
  /// - Throws: ``ModelError`` if the job didn't succeed, the timeout passed or the task was cancelled.
  public func output(options: CallOptions? = nil) async throws(ModelError) -> Output {
    try await result(options: options).output
  }

  /// Waits for the job and returns its output, cost and timestamps.
  ///
  /// - Parameter options: The options of the call, or `nil` for those of the client.
  /// - Returns: The result of the job.
  /// - Throws: ``ModelError`` if the job didn't succeed, the timeout passed or the task was cancelled.
  public func result(options: CallOptions? = nil) async throws(ModelError) -> JobResult<Output> {
    let options = options ?? client.options
    let deadline = options.deadline(from: client.core.connection.time.now)
    return try await result(options: options, deadline: deadline, inRun: false)
  }

  /// Returns the updates of the job's status as they occur.
  ///
  /// - Parameter options: The options of the call, or `nil` for those of the client.
  public func updates(options: CallOptions? = nil) -> JobUpdates {
    JobUpdates(
      watch: watch, options: options ?? client.options, time: client.core.connection.time,
      problem: problem)
  }

  /// Returns the current status of the job.
  ///
  /// - Parameter options: The options of the call, or `nil` for those of the client.
  /// - Returns: The status of the job.
  /// - Throws: ``ModelError`` if the status can't be read.
  public func status(options: CallOptions? = nil) async throws(ModelError) -> JobUpdate {
    try await client.status(of: handle, options: options)
  }

  /// Asks the service to cancel the job, within five seconds.
  ///
  /// - Returns: The outcome, as far as the service tells it.
  /// - Throws: ``ModelError`` if the service refuses access to the job or the task was cancelled.
  public func cancel() async throws(ModelError) -> CancelOutcome {
    try await client.cancel(handle)
  }

  func result(
    options: CallOptions, deadline: Duration?, inRun: Bool
  ) async throws(ModelError) -> JobResult<Output> {
    if let problem { throw problem }
    do throws(ModelError) {
      let record = try await watch.record(options: options, deadline: deadline)
      return try JobResult(record, handle: handle)
    } catch {
      if error.isCancellation, options.cancellationPolicy.cancelsJob(inRun: inRun) {
        let (client, handle) = (client, handle)
        client.core.connection.environment.inBackground { _ = try? await client.cancel(handle) }
      }
      throw error
    }
  }
}
