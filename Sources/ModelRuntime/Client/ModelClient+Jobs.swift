/// Jobs that were submitted before, here or elsewhere.
extension ModelClient {
  /// Returns the job of a handle, without making a call.
  ///
  ///     let job = client.job(for: handle, of: Bytedance.Dreamina4_0.Edit.self)
  ///     let output = try await job.output()
  ///
  /// - Parameters:
  ///   - handle: The handle of a job that was submitted before.
  ///   - request: The request type of the job's model.
  /// - Returns: The job. If it belongs to another model, its calls throw
  ///   ``ModelError/Reason/unexpectedJob(_:)``.
  public func job<Request: ModelRequest>(
    for handle: JobHandle, of request: Request.Type
  ) -> Job<Request.Output> {
    let fits = handle.modelID.rawValue.isSameOnWire(as: Request.modelID.rawValue)
    let mismatch = ModelError(
      .unexpectedJob("the job belongs to \(handle.modelID), not to \(Request.modelID)"),
      handle: handle)
    return job(handle, unless: fits ? nil : mismatch)
  }

  /// Returns the job of a handle for a model without bindings, without making a call.
  ///
  /// - Parameter handle: The handle of a job that was submitted before.
  /// - Returns: The job.
  public func job(for handle: JobHandle) -> Job<MediaOutput> { job(handle, unless: nil) }

  /// Returns the current status of a job.
  ///
  /// - Parameters:
  ///   - handle: The handle of the job.
  ///   - options: The options of the call, or `nil` for those of the client.
  /// - Returns: The status of the job.
  /// - Throws: ``ModelError`` if the status can't be read.
  public func status(
    of handle: JobHandle, options: CallOptions? = nil
  ) async throws(ModelError) -> JobUpdate {
    try check(handle)
    let json = try await core.connection.answer(
      core.connection.address.status(of: handle.checkedID), about: handle,
      options: options ?? self.options)
    return JobUpdate(
      status: JobStatus(json["status"]?.string), queuePosition: json["queue_position"]?.int,
      elapsed: core.connection.time.now - core.start(of: handle))
  }

  /// Returns the current record of a job, with its output once there is one. Doesn't wait for the job.
  ///
  /// - Parameters:
  ///   - handle: The handle of the job.
  ///   - options: The options of the call, or `nil` for those of the client.
  /// - Returns: The record of the job.
  /// - Throws: ``ModelError`` if the record can't be read.
  public func result(
    of handle: JobHandle, options: CallOptions? = nil
  ) async throws(ModelError) -> JobRecord {
    try check(handle)
    let options = options ?? self.options
    let record = JobRecord(
      try await core.connection.answer(
        core.connection.address.result(of: handle.checkedID), about: handle, options: options,
        limits: ServiceConnection.resultLimits, maximumBytes: options.maximumResultBytes))
    await core.connection.recordEnd(record, of: handle)
    return record
  }

  /// Asks the service to cancel a job, within five seconds.
  ///
  /// - Parameter handle: The handle of the job.
  /// - Returns: The outcome, as far as the service tells it.
  /// - Throws: ``ModelError`` if the service refuses access to the job or the task was cancelled.
  public func cancel(_ handle: JobHandle) async throws(ModelError) -> CancelOutcome {
    try check(handle)
    let outcome = try await Cancellation(
      connection: core.connection, handle: handle, retries: options.retryPolicy
    ).outcome()
    await core.connection.recordEnd(by: outcome, of: handle)
    return outcome
  }

  func job<Output: ModelOutput>(
    _ handle: JobHandle, unless problem: ModelError?
  ) -> Job<Output> {
    Job(
      handle: handle, uncheckedRules: [], client: self,
      watch: core.watch(handle, justSubmitted: false, options: options),
      problem: problem ?? foreign(handle))
  }

  private func check(_ handle: JobHandle) throws(ModelError) {
    if let error = foreign(handle) { throw error }
  }

  /// The token goes to the configured service only, wherever a handle says that its job is.
  private func foreign(_ handle: JobHandle) -> ModelError? {
    if (try? ServiceAddress(handle.baseURL.absoluteString).origin) == core.connection.address.origin
    {
      return nil
    }
    return ModelError(
      .unexpectedJob(
        "the job is at \(handle.baseURL.absoluteString), but this client uses "
          + baseURL.absoluteString),
      handle: handle)
  }
}
