import Foundation

/// Runs work on a thread of its own.
///
/// Tests that must act while a process is in some state, such as sending it a signal, do so here:
/// other tests keep the threads of Swift's pool busy for longer than such a state lasts.
public func onThread<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread { continuation.resume(with: Result { try work() }) }.start()
  }
}
