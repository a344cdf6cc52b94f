#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A value behind a lock. The standard library's `Mutex` needs newer systems than the package
/// supports, so this is the one place where a lock is made.
///
/// Unchecked `Sendable` is sound: `value` is only ever touched inside `withLock`, which holds the
/// mutex, and the mutex has an address of its own for the whole life of the object.
package final class Locked<Value>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var value: Value

  package init(_ value: sending Value) {
    self.value = value
    let failure = pthread_mutex_init(mutex, nil)
    precondition(failure == 0, "the system has no mutex left")
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs `body` with the value. Keep it short, and never wait or call out in it.
  package func withLock<Result: Sendable, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
