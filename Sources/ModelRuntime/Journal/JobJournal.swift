import ModelTransport

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A record of jobs on disk, from which every job can be found again however a process ended.
///
///     let journal = try JobJournal(at: directory)
///     let client = try ModelClient(journal: journal)
///     let output = try await client.run(request, key: "order-4711")
///
/// A client with a journal records each submission before the request is sent, the job's ID as soon as
/// it is read, and the job's end. A request that can't be recorded isn't sent. Several threads and
/// processes may use one folder at the same time, on a file system of this machine.
///
/// The journal holds no token, no request body and no bytes of files. See <doc:JobJournals> for
/// its format.
public final class JobJournal: Sendable {
  /// The folder of the journal.
  public let directory: URL

  private struct Queue {
    var operations: [JournalOperation] = []
    var isWorking = false
  }

  /// A function that runs work that blocks, and returns false if it can't.
  package typealias Executor = @Sendable (@escaping @Sendable () -> Void) -> Bool

  private let executor: Executor
  private let queue = Locked(Queue())
  /// Used by one thread at a time, the one that works for the journal.
  private let store: Locked<JournalStore>
  private let durations = Locked<[String: [Double]]>([:])

  /// Opens a journal, and creates its folder if there is none.
  ///
  /// - Parameters:
  ///   - directory: The folder of the journal. If it is created, only its owner may use it.
  ///   - retention: The time for which jobs that have ended are kept. Their keys are forgotten with
  ///     them; unfinished jobs are kept for any time.
  /// - Throws: ``Problem/unavailable(_:)`` if the folder can't be used.
  public convenience init(
    at directory: URL, retention: Duration = .seconds(90 * 86_400)
  ) throws(Problem) {
    try self.init(
      at: directory, files: .system,
      retention: JournalRetention(age: max(0, retention.inSeconds)))
  }

  package init(
    at directory: URL, files: JournalFiles, retention: JournalRetention,
    executor: @escaping Executor = { work in BackgroundThread.start { work() } }
  ) throws(Problem) {
    self.directory = directory
    self.executor = executor
    store = Locked(
      JournalStore(directory: directory.path, files: files, retention: retention))
    let problem = Locked<Problem?>(nil)
    run([
      JournalOperation(
        isDurable: false, keepsLines: false, run: { store in store.removeRemains() },
        finish: { found in problem.withLock { $0 = found } })
    ])
    if let problem = problem.withLock({ $0 }) { throw problem }
  }

  deinit { store.withLock { $0.close() } }

  /// Runs something under the lock of the journal, outside of Swift's thread pool. It is not affected by
  /// the cancellation of the task.
  ///
  /// - Parameters:
  ///   - isDurable: A Boolean value that indicates whether the added lines must be on the disk before
  ///     this returns.
  ///   - keepsLines: A Boolean value that indicates whether the added lines are kept in memory while
  ///     they can't be written.
  func perform<Value: Sendable>(
    isDurable: Bool = false, keepsLines: Bool = false,
    _ body: @escaping @Sendable (inout JournalStore) throws(Problem) -> Value
  ) async throws(Problem) -> Value {
    let result = await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<Value, Problem>, Never>) in
      let outcome = Locked<Result<Value, Problem>>(.failure(.unavailable("it was not read")))
      add(
        JournalOperation(
          isDurable: isDurable, keepsLines: keepsLines,
          run: { store in
            let result: Result<Value, Problem>
            do throws(Problem) {
              result = .success(try body(&store))
            } catch {
              result = .failure(error)
            }
            outcome.withLock { $0 = result }
          },
          finish: { problem in
            continuation.resume(
              returning: problem.map { .failure($0) } ?? outcome.withLock { $0 })
          }))
    }
    return try result.get()
  }

  /// Returns the times that the last jobs of a model took, in seconds, the newest last.
  func durations(of model: ModelID) -> [Double] {
    durations.withLock { $0[model.rawValue] ?? [] }
  }

  private func add(_ operation: JournalOperation) {
    let isFirst = queue.withLock { queue in
      queue.operations.append(operation)
      defer { queue.isWorking = true }
      return !queue.isWorking
    }
    if isFirst, !executor({ [self] in work() }) { work() }
  }

  /// Runs what waits, together where several wait.
  private func work() {
    while true {
      let operations = queue.withLock { queue -> [JournalOperation] in
        defer { queue.operations = [] }
        queue.isWorking = !queue.operations.isEmpty
        return queue.operations
      }
      if operations.isEmpty { return }
      run(operations)
    }
  }

  private func run(_ operations: [JournalOperation]) {
    let known = store.withLock { store in
      store.commit(operations)
      return store.index.models.mapValues(\.durations)
    }
    durations.withLock { $0 = known }
  }
}

extension JobJournal: CustomStringConvertible {
  /// The type and the folder.
  public var description: String { "JobJournal(\(directory.path))" }
}
