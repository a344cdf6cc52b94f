import ModelTransport

/// Many requests, with a limit on how many are under way.
struct Batch<Output: ModelOutput>: Sendable {
  let client: ModelClient
  let options: CallOptions
  let limit: Int
  let submitted: @Sendable (Int, JobHandle) -> Void
  let drafts: DraftSource<Output>

  /// Runs the requests.
  ///
  /// - Parameter report: A closure that is called with each outcome, on several threads at a time.
  func run(_ report: @escaping @Sendable (BatchOutcome<Output>) -> Void) async {
    await concurrently(
      maxConcurrent: limit,
      next: {
        guard !Task.isCancelled, let (index, draft) = drafts.next() else { return nil }
        return { await outcome(of: draft, index) }
      },
      report: report)
  }

  private func outcome(of draft: Draft<Output>, _ index: Int) async -> BatchOutcome<Output> {
    let handle = Locked<JobHandle?>(nil)
    do throws(ModelError) {
      let result = try await client.run(draft, options) { submittedHandle in
        handle.withLock { $0 = submittedHandle }
        submitted(index, submittedHandle)
      }
      return BatchOutcome(index: index, handle: handle.withLock { $0 }, result: .success(result))
    } catch {
      return BatchOutcome(
        index: index, handle: error.handle ?? handle.withLock { $0 }, result: .failure(error))
    }
  }
}

/// The requests of a batch, pulled one at a time.
///
/// Unchecked `Sendable` is sound: the sequence is consumed by the initializer, and pulled from under a
/// lock only.
struct DraftSource<Output: ModelOutput>: @unchecked Sendable {
  typealias Element = (index: Int, draft: Draft<Output>)

  private let pull: () -> Element?
  private let turn = Locked(())

  init<Requests: Sequence>(
    _ requests: sending Requests,
    key: @escaping @Sendable (Int, Requests.Element) -> String? = { _, _ in nil },
    draft: @escaping @Sendable (Requests.Element) -> Draft<Output>
  ) {
    var iterator = requests.enumerated().makeIterator()
    pull = {
      guard let (index, request) = iterator.next() else { return nil }
      var result = draft(request)
      result.key = key(index, request)
      return (index, result)
    }
  }

  /// Returns the next request with its index, or `nil` after the last one.
  func next() -> Element? { turn.withLock { _ in pull() } }
}
