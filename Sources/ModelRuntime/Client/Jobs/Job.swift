public import SchemaRules

/// A job at the service, seen from here. Making one, dropping one and copying one are free: no
/// call is made before something is asked.
///
/// However many wait for one job, in as many places of a program, the service is asked once.
public struct Job<Output: ModelOutput>: Sendable {
  /// What finds the job again, in another process too.
  public let handle: JobHandle
  /// What could not be told before it was submitted, where files behind URLs were looked at.
  public let uncheckedRules: [UncheckedRule]
  let client: ModelClient
  let watch: JobWatch
  /// Why nothing can be asked: the handle is for another service or model.
  let problem: ModelError?

  /// Waits for the job and gives what it made.
  public func output(options: CallOptions? = nil) async throws(ModelError) -> Output {
    try await result(options: options).output
  }

  /// Waits for the job and gives what it made, what it cost, and when.
  public func result(options: CallOptions? = nil) async throws(ModelError) -> JobResult<Output> {
    let options = options ?? client.options
    let deadline = options.deadline(from: client.core.connection.time.now)
    return try await result(options: options, deadline: deadline, inRun: false)
  }

  /// The job's way, update by update.
  public func updates(options: CallOptions? = nil) -> JobUpdates {
    JobUpdates(
      watch: watch, options: options ?? client.options, time: client.core.connection.time,
      problem: problem)
  }

  /// One look at how far the job is.
  public func status(options: CallOptions? = nil) async throws(ModelError) -> JobUpdate {
    try await client.status(handle, options: options)
  }

  /// Asks the service to cancel the job, within five seconds.
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
