/// Submitting, and submitting and waiting in one.
extension ModelClient {
  /// Submits a request and waits for what the model makes of it.
  ///
  /// - Parameters:
  ///   - request: What the model is to make.
  ///   - options: How to check, wait and cancel; the client's own where nil.
  ///   - submitted: Called with the job's handle before the wait begins: the moment to store it, so
  ///     that a crash doesn't lose a job that is paid for.
  public func run<Request: ModelRequest>(
    _ request: Request, options: CallOptions? = nil,
    submitted: @Sendable (JobHandle) -> Void = { _ in }
  ) async throws(ModelError) -> Request.Output {
    let options = options ?? self.options
    return try await run(Draft(request), options, submitted).output
  }

  /// Submits a request of a model without bindings and waits for what the model makes of it.
  public func run(
    _ request: DynamicRequest, options: CallOptions? = nil,
    submitted: @Sendable (JobHandle) -> Void = { _ in }
  ) async throws(ModelError) -> MediaOutput {
    try await run(Draft(request), options ?? self.options, submitted).output
  }

  /// Submits a request. The job goes on whatever becomes of this program: store the handle.
  ///
  /// A call whose task is cancelled while the request is under way ends at once. See
  /// ``CallOptions/submissionGrace`` for what becomes of the job.
  public func submit<Request: ModelRequest>(
    _ request: Request, options: CallOptions? = nil
  ) async throws(ModelError) -> Job<Request.Output> {
    let options = options ?? self.options
    return try await submit(Draft(request), options)
  }

  /// Submits a request of a model without bindings.
  public func submit(
    _ request: DynamicRequest, options: CallOptions? = nil
  ) async throws(ModelError) -> Job<MediaOutput> {
    try await submit(Draft(request), options ?? self.options)
  }

  func run<Output: ModelOutput>(
    _ draft: Draft<Output>, _ options: CallOptions, _ submitted: (JobHandle) -> Void
  ) async throws(ModelError) -> JobResult<Output> {
    let deadline = options.deadline(from: core.connection.time.now)
    let job = try await submit(draft, options, deadline: deadline, inRun: true)
    submitted(job.handle)
    return try await job.result(options: options, deadline: deadline, inRun: true)
  }

  private func submit<Output: ModelOutput>(
    _ draft: Draft<Output>, _ options: CallOptions, deadline: Duration? = nil, inRun: Bool = false
  ) async throws(ModelError) -> Job<Output> {
    if Task.isCancelled { throw ModelError(.cancelled) }
    let deadline = deadline ?? options.deadline(from: core.connection.time.now)
    let verdict = await draft.verdict(
      core.connection, options, listsUnchecked: false, deadline: deadline)
    if Task.isCancelled { throw ModelError(.cancelled) }
    guard verdict.isValid else {
      let invalid = InvalidRequest(modelID: draft.modelID, issues: verdict.issues)
      throw ModelError(.invalidRequest(invalid))
    }
    if let deadline, options.remoteMediaValidation != .disabled,
      core.connection.time.now >= deadline
    {
      throw Submission.late
    }
    let submission = Submission(
      connection: core.connection, modelID: draft.modelID, body: draft.body(),
      options: options, deadline: deadline, inRun: inRun)
    let handle = try await submission.handle().get()
    let watch = core.watch(handle, justSubmitted: true, options: options)
    return Job(
      handle: handle, uncheckedRules: verdict.unchecked, client: self, watch: watch, problem: nil)
  }
}
