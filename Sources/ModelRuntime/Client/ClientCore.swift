import ModelTransport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The state that the copies of a client share.
final class ClientCore: Sendable {
  let connection: ServiceConnection
  let downloadFolders = DownloadFolders()
  private let watches = Locked(Watches())

  private struct WeakWatch {
    weak var watch: JobWatch?
  }

  private struct Watches {
    var byID: [RequestID: WeakWatch] = [:]
    /// The number of entries at which released watches are removed: twice the number that was in
    /// use the last time, so that the cost for each job is constant.
    var limit = 256

    mutating func add(_ watch: JobWatch, _ id: RequestID) {
      if byID.count >= limit {
        byID = byID.filter { $0.value.watch != nil }
        limit = max(256, byID.count * 2)
      }
      byID[id] = WeakWatch(watch: watch)
    }
  }

  init(_ connection: ServiceConnection) { self.connection = connection }

  /// Returns the watch of a job, which exists once while it is in use.
  func watch(_ handle: JobHandle, justSubmitted: Bool, options: CallOptions) -> JobWatch {
    let forecast = connection.journal.flatMap {
      DurationForecast(durations: $0.durations(of: handle.modelID))
    }
    let fresh = JobWatch(
      JobProgress(
        handle, start: justSubmitted ? connection.time.now : start(of: handle),
        isSubmissionKnown: handle.submittedAt != nil,
        firstPoll: options.polling.interval(
          elapsed: .zero, random: connection.environment.random(), forecast: forecast),
        forecast: forecast),
      connection)
    return watches.withLock { watches in
      if let known = watches.byID[handle.checkedID]?.watch { return known }
      watches.add(fresh, handle.checkedID)
      return fresh
    }
  }

  /// When a job that was submitted elsewhere began, as far as the time of day tells; now where
  /// that is unknown.
  func start(of handle: JobHandle) -> Duration {
    let now = connection.time.now
    guard let submittedAt = handle.submittedAt else { return now }
    let age = connection.environment.timeOfDay() - submittedAt.timeIntervalSince1970
    guard age.isFinite else { return now }
    return now - .seconds(min(max(0, age), Duration.longest.inSeconds))
  }
}
