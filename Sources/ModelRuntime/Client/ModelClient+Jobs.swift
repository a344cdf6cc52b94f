/// Jobs that were submitted before, here or elsewhere.
extension ModelClient {
  /// A job by its handle; no call is made.
  public func job<Request: ModelRequest>(
    _ request: Request.Type, _ handle: JobHandle
  ) -> Job<Request.Output> {
    let fits = handle.modelID.rawValue.isSameOnWire(as: Request.modelID.rawValue)
    let mismatch = ModelError(
      .unexpectedJob("the job is one of \(handle.modelID), not of \(Request.modelID)"),
      handle: handle)
    return job(handle, unless: fits ? nil : mismatch)
  }

  /// A job of a model without bindings by its handle; no call is made.
  public func job(_ handle: JobHandle) -> Job<MediaOutput> { job(handle, unless: nil) }

  /// One look at how far a job is.
  public func status(
    _ handle: JobHandle, options: CallOptions? = nil
  ) async throws(ModelError) -> JobUpdate {
    try check(handle)
    let json = try await core.connection.answer(
      core.connection.address.status(of: handle.id), about: handle,
      options: options ?? self.options)
    return JobUpdate(
      status: JobStatus(json["status"]?.string), queuePosition: json["queue_position"]?.int,
      elapsed: core.connection.time.now - core.start(of: handle))
  }

  /// What the service knows of a job now, its output included once there is one. Doesn't wait for
  /// the job.
  public func result(
    _ handle: JobHandle, options: CallOptions? = nil
  ) async throws(ModelError) -> JobRecord {
    try check(handle)
    let options = options ?? self.options
    return JobRecord(
      try await core.connection.answer(
        core.connection.address.result(of: handle.id), about: handle, options: options,
        limits: ServiceConnection.resultLimits, maximumBytes: options.maximumResultBytes))
  }

  /// Asks the service to cancel a job, within five seconds. Throws where the service says that it
  /// can't be this caller's job; every other doubt is an outcome.
  public func cancel(_ handle: JobHandle) async throws(ModelError) -> CancelOutcome {
    try check(handle)
    return try await Cancellation(
      connection: core.connection, handle: handle, retries: options.retryPolicy
    ).outcome()
  }

  private func job<Output: ModelOutput>(
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
    if (try? ServiceAddress(handle.baseURL).origin) == core.connection.address.origin {
      return nil
    }
    return ModelError(
      .unexpectedJob("the job is at \(handle.baseURL), this client's service is \(baseURL)"),
      handle: handle)
  }
}
