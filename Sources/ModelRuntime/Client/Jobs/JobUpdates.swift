/// An asynchronous sequence of the updates of a job. A slow reader receives the newest update only.
///
/// An update with a ``JobUpdate/problem`` says that reading the status fails, once for each reason;
/// the next update without one says that it succeeds again.
///
/// The sequence ends after the update of the job's end. It throws ``ModelError`` when the timeout
/// passes, the task is cancelled or the status can't be read any more. The service is polled only
/// while the sequence is iterated.
public struct JobUpdates: AsyncSequence, Sendable {
  /// An update of the job.
  public typealias Element = JobUpdate

  let watch: JobWatch
  let options: CallOptions
  let time: RuntimeTime
  let problem: ModelError?

  /// Returns an iterator. The timeout begins now.
  public func makeAsyncIterator() -> Iterator {
    Iterator(
      watch: watch, options: options, deadline: options.deadline(from: time.now),
      problem: problem)
  }

  /// The iterator of the updates of a job.
  public struct Iterator: AsyncIteratorProtocol {
    let watch: JobWatch
    let options: CallOptions
    let deadline: Duration?
    let problem: ModelError?
    private var seen = 0
    private var isOver = false

    init(watch: JobWatch, options: CallOptions, deadline: Duration?, problem: ModelError?) {
      self.watch = watch
      self.options = options
      self.deadline = deadline
      self.problem = problem
    }

    /// Returns the next update, or `nil` after the last one.
    ///
    /// - Throws: ``ModelError`` when the timeout passes, the task is cancelled or the status can't be
    ///   read any more.
    public mutating func next() async throws(ModelError) -> JobUpdate? {
      if isOver { return nil }
      // Whatever stops it, it stops for good.
      isOver = true
      if let problem { throw problem }
      let update = try await watch.update(after: &seen, options: options, deadline: deadline)
      isOver = update?.status.isTerminal ?? true
      return update
    }
  }
}
