import ModelTransport

/// Many requests, with a limit on how many are under way.
struct Batch<Output: ModelOutput>: Sendable {
  let client: ModelClient
  let options: CallOptions
  let limit: Int
  let submitted: @Sendable (Int, JobHandle) -> Void
  let drafts: DraftSource<Output>

  func run(_ report: (BatchOutcome<Output>) -> Void) async {
    var indices = (0...).makeIterator()
    await concurrently(
      maxConcurrent: limit,
      next: {
        guard !Task.isCancelled, let draft = drafts.next(), let index = indices.next() else {
          return nil
        }
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
/// Unchecked `Sendable` is sound: the sequence is consumed by the initializer, and only the task that
/// runs the batch pulls from it.
struct DraftSource<Output: ModelOutput>: @unchecked Sendable {
  let next: () -> Draft<Output>?

  init<Requests: Sequence>(
    _ requests: sending Requests, draft: @escaping @Sendable (Requests.Element) -> Draft<Output>
  ) {
    var iterator = requests.makeIterator()
    next = { iterator.next().map(draft) }
  }
}
