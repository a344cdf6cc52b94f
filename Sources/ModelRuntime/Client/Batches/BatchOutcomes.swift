/// The outcome of one request of a batch.
public struct BatchOutcome<Output: ModelOutput>: Sendable {
  /// The index of the request in the sequence.
  public let index: Int
  /// The handle of the job, or `nil` if none was submitted as far as is known.
  public let handle: JobHandle?
  /// The result of the job, or the error of the request.
  public let result: Result<JobResult<Output>, ModelError>
}

/// An asynchronous sequence of the outcomes of a batch, in the order in which they come.
///
/// The requests run once. A second iteration receives the outcomes that the first one left.
public struct BatchOutcomes<Output: ModelOutput>: AsyncSequence, Sendable {
  /// The outcome of one request.
  public typealias Element = BatchOutcome<Output>

  private let run: BatchRun<Output>

  init(_ batch: Batch<Output>) { run = BatchRun(batch) }

  /// Returns an iterator. The first one starts the requests.
  public func makeAsyncIterator() -> Iterator {
    run.start()
    return Iterator(run: run)
  }

  /// The iterator of the outcomes of a batch.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let run: BatchRun<Output>

    /// Returns the next outcome, or `nil` after the last one.
    ///
    /// If the task is cancelled, the requests under way are cancelled, and their outcomes are
    /// returned.
    public mutating func next() async -> BatchOutcome<Output>? { await run.next() }
  }
}
