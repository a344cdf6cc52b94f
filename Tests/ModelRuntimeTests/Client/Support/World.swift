import ModelTransport
import TestSupport

/// A place in which time passes only when nothing else happens: tasks run one at a time on the
/// thread of the test, and when all of them wait, the clock jumps to the next one's moment.
///
/// Which of the runnable tasks is next is up to a seed, so a seed is a schedule. A world in which
/// everybody waits for something that can't come is found out at once. It needs task executors, so
/// on Apple platforms systems from 2024 on.
final class World: Sendable {
  private let schedule: Schedule
  private let executor: (any Sendable)?
  /// When the body of the last run ended; nil while one runs.
  private let lastEnd = Locked<Duration?>(nil)

  /// - Parameter seed: The order of tasks; nil runs them as they come.
  init(seed: UInt64? = nil) {
    schedule = Schedule(seed: seed)
    if #available(macOS 15, iOS 18, tvOS 18, visionOS 2, *) {
      executor = OneByOne(schedule)
    } else {
      executor = nil
    }
  }

  /// The time in this world; after a run, the time at which its body had ended.
  var now: Duration { lastEnd.withLock { $0 } ?? schedule.now }

  /// Runs until `body` has ended, and all that it started; nil when that never happens.
  func run<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value? {
    let result = Locked<Value?>(nil)
    let end = Locked<Duration?>(nil)
    lastEnd.withLock { $0 = nil }
    start { [schedule] in
      let value = await body()
      result.withLock { $0 = value }
      end.withLock { $0 = schedule.now }
    }
    defer { lastEnd.withLock { $0 = end.withLock { $0 } } }
    guard #available(macOS 15, iOS 18, tvOS 18, visionOS 2, *), let executor = executor as? OneByOne
    else { return nil }
    while executor.step() {}
    return result.withLock { $0 }
  }

  /// Starts something beside.
  func start(_ body: @escaping @Sendable () async -> Void) {
    if #available(macOS 15, iOS 18, tvOS 18, visionOS 2, *), let executor = executor as? OneByOne {
      Task(executorPreference: executor) { await body() }
    }
  }

  fileprivate func sleep(until moment: Duration) async throws {
    try await schedule.sleep(until: moment)
  }
}

@available(macOS 15, iOS 18, tvOS 18, visionOS 2, *)
private final class OneByOne: TaskExecutor {
  private let schedule: Schedule

  init(_ schedule: Schedule) { self.schedule = schedule }

  func enqueue(_ job: consuming ExecutorJob) { schedule.add(UnownedJob(job)) }

  /// Runs the next step, and returns `false` if there is none.
  func step() -> Bool {
    switch schedule.next() {
    case .job(let job): job.runSynchronously(on: asUnownedTaskExecutor())
    case .wake(let continuation): continuation.resume(returning: true)
    case nil: return false
    }
    return true
  }
}

/// The pending work of a world, and its time.
private final class Schedule: Sendable {
  enum Step: Sendable {
    case job(UnownedJob)
    case wake(CheckedContinuation<Bool, Never>)
  }

  private struct State {
    var runnable: [UnownedJob] = []
    /// Jobs before it have run.
    var first = 0
    var sleepers = Sleepers()
    var now: Duration = .zero
    var chance: SeededGenerator?
  }

  private let state: Locked<State>

  init(seed: UInt64?) { state = Locked(State(chance: seed.map { SeededGenerator($0) })) }

  var now: Duration { state.withLock { $0.now } }

  func add(_ job: UnownedJob) { state.withLock { $0.runnable.append(job) } }

  func next() -> Step? {
    state.withLock { state in
      if let job = Schedule.next(&state) { return .job(job) }
      guard let sleeper = state.sleepers.popEarliest() else { return nil }
      state.now = max(state.now, sleeper.moment)
      return .wake(sleeper.continuation)
    }
  }

  private static func next(_ state: inout State) -> UnownedJob? {
    guard state.first < state.runnable.count else {
      state.runnable.removeAll(keepingCapacity: true)
      state.first = 0
      return nil
    }
    if let pick = state.chance?.next(below: state.runnable.count - state.first) {
      state.runnable.swapAt(state.first, state.first + pick)
    }
    state.first += 1
    return state.runnable[state.first - 1]
  }

  func sleep(until moment: Duration) async throws {
    let number = Locked<Int?>(nil)
    let isOver = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isCancelled = state.withLock { state in
          if Task.isCancelled { return true }
          let added = state.sleepers.add(moment, continuation)
          number.withLock { $0 = added }
          return false
        }
        if isCancelled { continuation.resume(returning: false) }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        number.withLock { $0 }.flatMap { state.sleepers.remove($0) }
      }
      sleeper?.continuation.resume(returning: false)
    }
    if !isOver { throw CancellationError() }
  }
}

/// The clock of a world.
struct VirtualClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
    func duration(to other: Self) -> Duration { other.offset - offset }
    static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
  }

  let world: World
  var now: Instant { Instant(offset: world.now) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try await world.sleep(until: deadline.offset)
  }
}
