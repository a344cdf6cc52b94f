import ModelTransport

/// The waits of this process for one job. One of them polls the service for all; when it ends,
/// another takes over. Without a wait, there are no polls.
final class JobWatch: Sendable {
  private struct State: Sendable {
    var progress: JobProgress
    /// Grows with everything that is learnt.
    var version = 0
    var isAsking = false
  }

  private enum Turn: Sendable {
    case news(JobProgress, version: Int)
    case ask(JobProgress)
  }

  private let connection: ServiceConnection
  private let monitor: Monitor<State>

  init(_ progress: JobProgress, _ connection: ServiceConnection) {
    self.connection = connection
    monitor = Monitor(State(progress: progress))
  }

  /// Waits for the job's end.
  func record(
    options: CallOptions, deadline: Duration?
  ) async throws(ModelError) -> JobRecord {
    let result = await connection.time.limit(to: deadline, onDeadline: { _ in .failure(late) }) {
      await self.record(options: options, notHeldUntil: deadline)
    }
    return try conclude(result)
  }

  /// Waits for an update later than `seen`, counted from 1; nil after the last one.
  func update(
    after seen: inout Int, options: CallOptions, deadline: Duration?
  ) async throws(ModelError) -> JobUpdate? {
    let known = seen
    let result = await connection.time.limit(to: deadline, onDeadline: { _ in .failure(late) }) {
      await self.progress(after: known, options: options, notHeldUntil: deadline)
    }
    let progress = try conclude(result)
    guard progress.updates > seen else { return nil }
    seen = progress.updates
    return progress.update
  }

  private var late: ModelError {
    let progress = monitor.state.progress
    guard progress.isStateKnown, let update = progress.update else {
      return ModelError(.timedOutBeforeFirstStatus(progress.problem))
    }
    return ModelError(.timedOut(update))
  }

  private func conclude<Value>(
    _ result: Result<Value, ModelError>
  ) throws(ModelError) -> Value {
    do throws(ModelError) {
      return try result.get()
    } catch {
      throw error.with(monitor.state.progress.handle)
    }
  }

  private func record(
    options: CallOptions, notHeldUntil deadline: Duration?
  ) async -> Result<JobRecord, ModelError> {
    var seen = monitor.state.version
    while true {
      switch await news(after: &seen, options: options, notHeldUntil: deadline) {
      case .failure(let error): return .failure(error)
      case .success(let progress): if let end = progress.end { return end }
      }
    }
  }

  private func progress(
    after updates: Int, options: CallOptions, notHeldUntil deadline: Duration?
  ) async -> Result<JobProgress, ModelError> {
    let state = monitor.state
    if state.progress.updates > updates { return .success(state.progress) }
    var seen = state.version
    while true {
      switch await news(after: &seen, options: options, notHeldUntil: deadline) {
      case .failure(let error): return .failure(error)
      case .success(let progress):
        if case .failure(let error)? = progress.end { return .failure(error) }
        if progress.updates > updates || progress.end != nil { return .success(progress) }
      }
    }
  }

  /// Waits for news after `version`.
  private func news(
    after version: inout Int, options: CallOptions, notHeldUntil deadline: Duration?
  ) async -> Result<JobProgress, ModelError> {
    let seen = version
    do throws(CancellationError) {
      while true {
        let turn = try await monitor.wait { JobWatch.turn(&$0, after: seen) }
        switch turn {
        case .ask(let progress): try await ask(progress, options)
        case .news(let progress, let latest):
          version = latest
          if let deadline, let held = progress.heldUntil, held > deadline, progress.end == nil,
            let problem = progress.problem
          {
            let wait = held - connection.time.now
            return .failure(ModelError(.retryAfterExceedsTimeout(after: wait, problem)))
          }
          return .success(progress)
        }
      }
    } catch {
      return .failure(ModelError(.cancelled))
    }
  }

  private static func turn(_ state: inout State, after seen: Int) -> Turn? {
    if case .success? = state.progress.end { return .news(state.progress, version: state.version) }
    if state.version > seen { return .news(state.progress, version: state.version) }
    if state.isAsking { return nil }
    state.isAsking = true
    state.progress.forgetFailure()
    return .ask(state.progress)
  }

  /// Polls once, when it is time, on behalf of all waits.
  private func ask(_ progress: JobProgress, _ options: CallOptions) async throws(CancellationError)
  {
    do throws(CancellationError) {
      try await connection.time.sleep(until: progress.due)
      let answer = try await connection.read(
        request(for: progress, options), hasPriority: progress.hasEnded)
      let now = connection.time.now
      // Nobody else changes it while it is this task's turn to ask.
      var next = progress
      next.absorb(
        answer, at: now, options: options, random: connection.environment.random())
      await connection.recordEnd(of: next, at: now)
      let news = next
      monitor.change { state in
        state.progress = news
        state.version += 1
        state.isAsking = false
      }
    } catch {
      monitor.change { $0.isAsking = false }
      throw error
    }
  }

  private func request(for progress: JobProgress, _ options: CallOptions) -> TransportRequest {
    let (id, address) = (progress.handle.checkedID, connection.address)
    switch progress.question {
    case .status:
      return connection.request(
        .get, address.status(of: id), limits: ServiceConnection.readLimits)
    case .result:
      return connection.request(
        .get, address.result(of: id), limits: ServiceConnection.resultLimits,
        maximumBytes: options.maximumResultBytes)
    }
  }
}
