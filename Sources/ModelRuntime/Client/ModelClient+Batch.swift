import ModelTransport

/// Many requests at once.
extension ModelClient {
  /// Runs requests, so many at a time, and gives the outcome of each as it comes. One that fails
  /// doesn't keep the others from running.
  ///
  /// Nothing is sent before the outcomes are asked for. What is under way when nobody can ask any
  /// more is cancelled as a cancelled `run` is: once the loop is left and the outcomes are let go of.
  /// Whoever keeps them in a variable keeps the requests running as long.
  ///
  /// - Parameters:
  ///   - requests: What to run; an outcome tells its request by its place here.
  ///   - limit: How many jobs are live at a time.
  ///   - options: How to wait; the client's own where nil.
  ///   - submitted: Called with a request's place and its job's handle, before the wait for it
  ///     begins.
  public func run<Request: ModelRequest>(
    all requests: [Request], atOnce limit: Int = 8, options: CallOptions? = nil,
    submitted: @escaping @Sendable (Int, JobHandle) -> Void = { _, _ in }
  ) -> BatchOutcomes<Request.Output> {
    let options = options ?? self.options
    return BatchOutcomes(
      batch: Batch(
        client: self, options: options, count: requests.count, limit: limit,
        submitted: submitted, draft: { Draft(requests[$0]) }))
  }

  /// Runs requests of models without bindings.
  public func run(
    all requests: [DynamicRequest], atOnce limit: Int = 8, options: CallOptions? = nil,
    submitted: @escaping @Sendable (Int, JobHandle) -> Void = { _, _ in }
  ) -> BatchOutcomes<MediaOutput> {
    BatchOutcomes(
      batch: Batch(
        client: self, options: options ?? self.options, count: requests.count, limit: limit,
        submitted: submitted, draft: { Draft(requests[$0]) }))
  }
}

/// What became of one request of many.
public struct BatchOutcome<Output: ModelOutput>: Sendable {
  /// The request's place among those given.
  public let index: Int
  public let result: Result<JobResult<Output>, ModelError>
}

/// The outcomes of many requests, in the order in which they come.
///
/// The requests are run once. A second loop over the outcomes gets what the first left.
public struct BatchOutcomes<Output: ModelOutput>: AsyncSequence, Sendable {
  public typealias Element = BatchOutcome<Output>

  private let batch: Batch<Output>
  private let stream: AsyncStream<Element>
  private let outcomes: AsyncStream<Element>.Continuation
  private let isStarted = Locked(false)

  init(batch: Batch<Output>) {
    self.batch = batch
    (stream, outcomes) = AsyncStream.makeStream(of: Element.self)
  }

  public func makeAsyncIterator() -> AsyncStream<Element>.Iterator {
    let isFirst = isStarted.withLock { isStarted in
      defer { isStarted = true }
      return !isStarted
    }
    if isFirst {
      let (batch, outcomes) = (batch, outcomes)
      let work = Task {
        await batch.run { outcomes.yield($0) }
        outcomes.finish()
      }
      outcomes.onTermination = { _ in work.cancel() }
    }
    return stream.makeAsyncIterator()
  }
}

/// Many requests, so many of them at a time.
struct Batch<Output: ModelOutput>: Sendable {
  let client: ModelClient
  let options: CallOptions
  let count: Int
  let limit: Int
  let submitted: @Sendable (Int, JobHandle) -> Void
  let draft: @Sendable (Int) -> Draft<Output>

  func run(_ report: (BatchOutcome<Output>) -> Void) async {
    await withTaskGroup(of: BatchOutcome<Output>.self) { group in
      var next = 0
      while next < Swift.min(Swift.max(1, limit), count) {
        start(next, in: &group)
        next += 1
      }
      for await outcome in group {
        report(outcome)
        guard next < count else { continue }
        start(next, in: &group)
        next += 1
      }
    }
  }

  private func start(_ index: Int, in group: inout TaskGroup<BatchOutcome<Output>>) {
    group.addTask {
      do throws(ModelError) {
        let result = try await client.run(draft(index), options) { submitted(index, $0) }
        return BatchOutcome(index: index, result: .success(result))
      } catch {
        return BatchOutcome(index: index, result: .failure(error))
      }
    }
  }
}
