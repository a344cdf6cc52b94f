/// Runs pieces of work with a limit on how many are under way.
///
/// - Parameters:
///   - maxConcurrent: The maximum number of pieces under way, at least one.
///   - next: Returns the next piece, or `nil` after the last one. It is called when the piece can begin.
///   - report: Receives the result of each piece as it comes.
func concurrently<Result: Sendable>(
  maxConcurrent: Int, next: () -> (@Sendable () async -> Result)?, report: (Result) -> Void
) async {
  await withTaskGroup(of: Result.self) { group in
    func startNext() -> Bool {
      guard let work = next() else { return false }
      group.addTask(operation: work)
      return true
    }
    var started = 0
    while started < max(1, maxConcurrent), startNext() { started += 1 }
    for await result in group {
      report(result)
      _ = startNext()
    }
  }
}
