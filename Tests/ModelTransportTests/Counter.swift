import ModelTransport

/// Counts from any thread.
final class Counter: Sendable {
  private let count = Locked(0)

  var value: Int { count.withLock { $0 } }

  /// The count after this step.
  @discardableResult
  func increment(by step: Int = 1) -> Int {
    count.withLock { count in
      count += step
      return count
    }
  }
}
