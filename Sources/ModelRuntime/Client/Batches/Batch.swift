import ModelTransport

/// Many requests, with a limit on how many are under way.
struct Batch<Output: ModelOutput>: Sendable {
  let client: ModelClient
  let options: CallOptions
  let limit: Int
  let submitted: @Sendable (Int, JobHandle) -> Void
  let drafts: DraftSource<Output>

  func run(_ report: (BatchOutcome<Output>) -> Void) async {
    await withTaskGroup(of: BatchOutcome<Output>.self) { group in
      var next = 0
      func startNext() -> Bool {
        guard !Task.isCancelled, let draft = drafts.next() else { return false }
        start(draft, next, in: &group)
        next += 1
        return true
      }
      while next < Swift.max(1, limit), startNext() {}
      for await outcome in group {
        report(outcome)
        _ = startNext()
      }
    }
  }

  private func start(
    _ draft: Draft<Output>, _ index: Int, in group: inout TaskGroup<BatchOutcome<Output>>
  ) {
    group.addTask {
      let handle = Locked<JobHandle?>(nil)
      do throws(ModelError) {
        let result = try await client.run(draft, options) { submittedHandle in
          handle.withLock { $0 = submittedHandle }
          submitted(index, submittedHandle)
        }
        return BatchOutcome(
          index: index, handle: handle.withLock { $0 }, result: .success(result))
      } catch {
        return BatchOutcome(
          index: index, handle: error.handle ?? handle.withLock { $0 }, result: .failure(error))
      }
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
