import ModelTransport

/// What the copies of a client share.
final class ClientCore: Sendable {
  let connection: ServiceConnection
  private let watches = Locked([RequestID: WeakWatch]())

  private struct WeakWatch {
    weak var watch: JobWatch?
  }

  init(_ connection: ServiceConnection) { self.connection = connection }

  /// The one watch of a job, as long as somebody holds it.
  func watch(_ handle: JobHandle, justSubmitted: Bool, options: CallOptions) -> JobWatch {
    let fresh = JobWatch(
      JobProgress(
        handle, start: justSubmitted ? connection.time.now : start(of: handle),
        isSubmissionKnown: handle.submittedAt != nil,
        firstPoll: options.polling.interval(
          elapsed: .zero, random: connection.environment.random())),
      connection)
    return watches.withLock { watches in
      if let known = watches[handle.id]?.watch { return known }
      if watches.count.isMultiple(of: 256) { watches = watches.filter { $0.value.watch != nil } }
      watches[handle.id] = WeakWatch(watch: fresh)
      return fresh
    }
  }

  /// When a job that was submitted elsewhere began, as far as the time of day tells; now where
  /// that is unknown.
  func start(of handle: JobHandle) -> Duration {
    let now = connection.time.now
    guard let submittedAt = handle.submittedAt else { return now }
    let age = connection.environment.timeOfDay() - submittedAt
    guard age.isFinite else { return now }
    return now - .seconds(min(max(0, age), Duration.longest.inSeconds))
  }
}
