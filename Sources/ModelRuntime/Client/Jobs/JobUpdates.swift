/// What becomes of a job, as it happens. Whoever reads slowly gets the newest only.
///
/// An update whose ``JobUpdate/problem`` is set says that reading the status fails, once for each
/// reason; the next update without one says that it succeeds again.
///
/// It ends after the update that tells the job's end, and throws where a wait would: deadline,
/// cancellation, an answer that leaves no hope. When nobody reads, nothing is asked.
public struct JobUpdates: AsyncSequence, Sendable {
  public typealias Element = JobUpdate

  let watch: JobWatch
  let options: CallOptions
  let time: RuntimeTime
  let problem: ModelError?

  public func makeAsyncIterator() -> Iterator {
    Iterator(
      watch: watch, options: options, deadline: options.deadline(from: time.now),
      problem: problem)
  }

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
