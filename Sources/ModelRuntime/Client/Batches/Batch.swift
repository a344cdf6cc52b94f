import ModelTransport

/// Many requests, with a limit on how many are under way.
struct Batch<Output: ModelOutput>: Sendable {
  let client: ModelClient
  let options: CallOptions
  let limit: Int
  let submitted: @Sendable (Int, JobHandle) -> Void
  let drafts: DraftSource<Output>

  /// The most children of one task group. When a child ends, the group looks for it among all that
  /// live, so that one group of very many would spend most of its time on that.
  private static var groupSize: Int { 256 }

  /// Runs the requests.
  ///
  /// - Parameter report: A closure that is called with each outcome, on several threads at a time.
  func run(_ report: @escaping @Sendable (BatchOutcome<Output>) -> Void) async {
    await withTaskGroup(of: Void.self) { groups in
      var rest = Swift.max(1, limit)
      while rest > 0, !Task.isCancelled {
        let size = min(rest, Batch.groupSize)
        let first = drafts.next(size)
        if !first.isEmpty { groups.addTask { await run(first, report) } }
        if first.count < size { break }
        rest -= size
      }
    }
  }

  /// Runs as many requests at a time as there are in `first`, until none is left.
  private func run(
    _ first: [DraftSource<Output>.Element],
    _ report: @Sendable (BatchOutcome<Output>) -> Void
  ) async {
    await withTaskGroup(of: BatchOutcome<Output>.self) { group in
      for (index, draft) in first where !Task.isCancelled { start(draft, index, in: &group) }
      for await outcome in group {
        report(outcome)
        guard !Task.isCancelled, let (index, draft) = drafts.next(1).first else { continue }
        start(draft, index, in: &group)
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

  /// Returns the next requests with their indices, fewer than asked for at the end.
  func next(_ count: Int) -> [Element] {
    turn.withLock { _ in
      var elements: [Element] = []
      while elements.count < count, let element = pull() { elements.append(element) }
      return elements
    }
  }
}
