/// Running many requests.
extension ModelClient {
  /// Runs requests with a limit on how many are under way, and returns the outcome of each as it
  /// comes. A request that fails doesn't keep the others from running.
  ///
  ///     for await outcome in client.run(requests, maxConcurrent: 4) {
  ///       print(outcome.index, try outcome.result.get().output)
  ///     }
  ///
  /// The requests are pulled one at a time, so a sequence may be long, lazy or without an end.
  /// Nothing is sent before the outcomes are iterated.
  /// They are pulled outside of any actor: in code of the main actor, write `@Sendable` at the
  /// beginning of the closure of a lazy sequence.
  ///
  /// If the iterating task is cancelled, no further request is pulled, and each request under way
  /// ends as a cancelled `run` does: with an outcome that carries ``ModelError/Reason/cancelled`` and
  /// its handle. The same happens, without outcomes, if the outcomes are released before their end.
  ///
  /// - Parameters:
  ///   - requests: The requests to run.
  ///   - maxConcurrent: The maximum number of requests under way, at least one.
  ///   - options: The options of each call, or `nil` for those of the client.
  ///   - submitted: A closure that is called with the index and the handle of each job, before the
  ///     wait for it begins.
  ///   - key: A closure that returns the job key of a request, given its index. With keys, a batch that
  ///     was interrupted continues when it is run again.
  /// - Returns: The outcomes, in the order in which they come.
  public func run<Request: ModelRequest>(
    _ requests: sending some Sequence<Request>, maxConcurrent: Int = 8,
    options: CallOptions? = nil,
    submitted: @escaping @Sendable (Int, JobHandle) -> Void = { _, _ in },
    key: @escaping @Sendable (Int, Request) -> String? = { _, _ in nil }
  ) -> BatchOutcomes<Request.Output> {
    BatchOutcomes(
      Batch(
        client: self, options: options ?? self.options, limit: maxConcurrent,
        submitted: submitted, drafts: DraftSource(requests, key: key) { Draft($0) }))
  }

  /// Runs requests of several models with a limit on how many are under way, and returns the outcome
  /// of each as it comes.
  ///
  /// - Parameters:
  ///   - requests: The requests to run, pulled one at a time.
  ///   - maxConcurrent: The maximum number of requests under way, at least one.
  ///   - options: The options of each call, or `nil` for those of the client.
  ///   - submitted: A closure that is called with the index and the handle of each job, before the
  ///     wait for it begins.
  ///   - key: A closure that returns the job key of a request, given its index. With keys, a batch that
  ///     was interrupted continues when it is run again.
  /// - Returns: The outcomes, in the order in which they come.
  public func run(
    _ requests: sending some Sequence<any ModelRequest>, maxConcurrent: Int = 8,
    options: CallOptions? = nil,
    submitted: @escaping @Sendable (Int, JobHandle) -> Void = { _, _ in },
    key: @escaping @Sendable (Int, any ModelRequest) -> String? = { _, _ in nil }
  ) -> BatchOutcomes<MediaOutput> {
    BatchOutcomes(
      Batch(
        client: self, options: options ?? self.options, limit: maxConcurrent,
        submitted: submitted,
        drafts: DraftSource(requests, key: key) { (request: any ModelRequest) in
          Draft<MediaOutput>.erasing(request)
        }))
  }

  /// Runs requests of models without bindings with a limit on how many are under way, and returns
  /// the outcome of each as it comes.
  ///
  /// - Parameters:
  ///   - requests: The requests to run, pulled one at a time.
  ///   - maxConcurrent: The maximum number of requests under way, at least one.
  ///   - options: The options of each call, or `nil` for those of the client.
  ///   - submitted: A closure that is called with the index and the handle of each job, before the
  ///     wait for it begins.
  ///   - key: A closure that returns the job key of a request, given its index. With keys, a batch that
  ///     was interrupted continues when it is run again.
  /// - Returns: The outcomes, in the order in which they come.
  public func run(
    _ requests: sending some Sequence<DynamicRequest>, maxConcurrent: Int = 8,
    options: CallOptions? = nil,
    submitted: @escaping @Sendable (Int, JobHandle) -> Void = { _, _ in },
    key: @escaping @Sendable (Int, DynamicRequest) -> String? = { _, _ in nil }
  ) -> BatchOutcomes<MediaOutput> {
    BatchOutcomes(
      Batch(
        client: self, options: options ?? self.options, limit: maxConcurrent,
        submitted: submitted, drafts: DraftSource(requests, key: key) { Draft($0) }))
  }
}
