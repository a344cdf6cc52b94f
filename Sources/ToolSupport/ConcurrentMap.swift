import Dispatch

extension Array where Element: Sendable {
  /// Returns the results of a transformation in order, computed on all processors.
  package func concurrentMap<T: Sendable>(_ transform: @Sendable (Element) -> T) -> [T] {
    let stride = 16
    guard count > stride else { return map(transform) }
    return [T](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // Unsafe access is sound: each slot is initialized once, by one thread.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: (count + stride - 1) / stride) { part in
        for index in (part * stride)..<Swift.min(count, (part + 1) * stride) {
          slots.initializeElement(at: index, to: transform(self[index]))
        }
      }
      initializedCount = count
    }
  }
}
