/// Running and submitting requests.
extension ModelClient {
  /// Submits a request, waits for its job and returns the output.
  ///
  ///     let output = try await client.run(request) { handle in store(handle) }
  ///
  /// If the task is cancelled, the job is cancelled too; see ``CallOptions/cancellationPolicy``.
  ///
  /// - Parameters:
  ///   - request: The request to run.
  ///   - key: A name of yours for the job. A call with the key of an earlier job is that job, in
  ///     this process or another. It needs a client with a ``JobJournal``.
  ///   - options: The options of the call, or `nil` for those of the client.
  ///   - submitted: A closure that is called with the job's handle before the wait begins. Store the
  ///     handle, so that a crash doesn't lose a job you were charged for.
  /// - Returns: The output of the job.
  /// - Throws: ``ModelError`` if the request isn't valid, the job doesn't succeed, the timeout passes
  ///   or the task is cancelled.
  public func run<Request: ModelRequest>(
    _ request: Request, key: String? = nil, options: CallOptions? = nil,
    submitted: @Sendable (JobHandle) -> Void = { _ in }
  ) async throws(ModelError) -> Request.Output {
    let options = options ?? self.options
    return try await run(Draft(request, key: key), options, submitted).output
  }

  /// Submits a request of a model without bindings, waits for its job and returns the output.
  ///
  /// - Parameters:
  ///   - request: The request to run.
  ///   - key: A name of yours for the job.
  ///   - options: The options of the call, or `nil` for those of the client.
  ///   - submitted: A closure that is called with the job's handle before the wait begins.
  /// - Returns: The output of the job.
  /// - Throws: ``ModelError`` if the request isn't valid, the job doesn't succeed, the timeout passes
  ///   or the task is cancelled.
  public func run(
    _ request: DynamicRequest, key: String? = nil, options: CallOptions? = nil,
    submitted: @Sendable (JobHandle) -> Void = { _ in }
  ) async throws(ModelError) -> MediaOutput {
    try await run(Draft(request, key: key), options ?? self.options, submitted).output
  }

  /// Submits a request and returns its job.
  ///
  ///     let job = try await client.submit(request)
  ///     try store(job.handle)
  ///     let output = try await job.output()
  ///
  /// The job continues even if the program ends, so store its handle. If the task is cancelled while
  /// the request is under way, the call ends at once; see ``CallOptions/submissionGrace`` for the
  /// job.
  ///
  /// - Parameters:
  ///   - request: The request to submit.
  ///   - key: A name of yours for the job. A call with the key of an earlier job is that job, in
  ///     this process or another. It needs a client with a ``JobJournal``.
  ///   - options: The options of the call, or `nil` for those of the client.
  /// - Returns: The job.
  /// - Throws: ``ModelError`` if the request isn't valid or wasn't accepted, or if it is unknown
  ///   whether it was.
  public func submit<Request: ModelRequest>(
    _ request: Request, key: String? = nil, options: CallOptions? = nil
  ) async throws(ModelError) -> Job<Request.Output> {
    let options = options ?? self.options
    return try await submit(Draft(request, key: key), options)
  }

  /// Submits a request of a model without bindings and returns its job.
  ///
  /// - Parameters:
  ///   - request: The request to submit.
  ///   - key: A name of yours for the job.
  ///   - options: The options of the call, or `nil` for those of the client.
  /// - Returns: The job.
  /// - Throws: ``ModelError`` if the request isn't valid or wasn't accepted, or if it is unknown
  ///   whether it was.
  public func submit(
    _ request: DynamicRequest, key: String? = nil, options: CallOptions? = nil
  ) async throws(ModelError) -> Job<MediaOutput> {
    try await submit(Draft(request, key: key), options ?? self.options)
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
    let body = draft.body()
    let admission = try await admission(of: draft, body: body, options, deadline: deadline)
    if case .join(let handle) = admission { return job(handle, unless: nil) }
    var submission = Submission(
      connection: core.connection, modelID: draft.modelID, body: body,
      options: options, deadline: deadline, inRun: inRun)
    if case .submit(let ticket) = admission { submission.ticket = ticket }
    let handle = try await submission.handle().get()
    let watch = core.watch(handle, justSubmitted: true, options: options)
    return Job(
      handle: handle, uncheckedRules: verdict.unchecked, client: self, watch: watch, problem: nil)
  }
}
