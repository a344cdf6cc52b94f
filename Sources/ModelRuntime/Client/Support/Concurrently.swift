/// The maximum number of children of one task group. When a child ends, the group searches all that
/// are alive, so a single group of very many would spend most of its time on that.
private let groupSize = 256

/// Runs pieces of work with a limit on how many are under way.
///
/// - Parameters:
///   - maxConcurrent: The maximum number of pieces under way, at least one.
///   - next: Returns the next piece, or `nil` after the last one. It is called when the piece can
///     begin, on several threads at a time.
///   - report: Receives the result of each piece as it comes, on several threads at a time.
func concurrently<Result: Sendable>(
  maxConcurrent: Int, next: @escaping @Sendable () -> (@Sendable () async -> Result)?,
  report: @escaping @Sendable (Result) -> Void
) async {
  await withTaskGroup(of: Void.self) { groups in
    var rest = max(1, maxConcurrent)
    while rest > 0, let first = next() {
      let size = min(rest, groupSize)
      groups.addTask { await inGroup(of: size, first: first, next: next, report: report) }
      rest -= size
    }
  }
}

/// Runs at most as many pieces of work at a time as one group can have.
private func inGroup<Result: Sendable>(
  of size: Int, first: @escaping @Sendable () async -> Result,
  next: @Sendable () -> (@Sendable () async -> Result)?, report: @Sendable (Result) -> Void
) async {
  await withTaskGroup(of: Result.self) { group in
    func startNext() -> Bool {
      guard let work = next() else { return false }
      group.addTask(operation: work)
      return true
    }
    group.addTask(operation: first)
    var started = 1
    while started < size, startNext() { started += 1 }
    for await result in group {
      report(result)
      _ = startNext()
    }
  }
}
