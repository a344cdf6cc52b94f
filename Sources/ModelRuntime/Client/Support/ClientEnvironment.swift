#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// All that a client takes from its surroundings. Tests put their own in place, so that no test
/// waits on a real clock or depends on the machine it runs on.
public struct ClientEnvironment: Sendable {
  /// What waits and deadlines pass on. The default goes on while the machine sleeps and knows
  /// nothing of changes to the time of day.
  public var clock: any Clock<Duration>
  /// A number from 0 up to 1, for jitter.
  public var random: @Sendable () -> Double
  /// Seconds since 1970. Only for the age of a job that was submitted elsewhere, and for a date
  /// that a server sends without saying what time it has.
  public var timeOfDay: @Sendable () -> Double
  /// The value of an environment variable.
  public var variable: @Sendable (String) -> String?
  /// Starts work that nobody waits for.
  var inBackground: Background = ClientEnvironment.startTask

  /// A function that starts work and returns at once.
  typealias Background = @Sendable (@escaping @Sendable () async -> Void) -> Void

  public init(
    clock: any Clock<Duration> = ContinuousClock(),
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
    timeOfDay: @escaping @Sendable () -> Double = ClientEnvironment.systemTimeOfDay,
    variable: @escaping @Sendable (String) -> String? = ClientEnvironment.processVariable
  ) {
    self.clock = clock
    self.random = random
    self.timeOfDay = timeOfDay
    self.variable = variable
  }

  /// Starts a task with the values of the current one. Its priority isn't lower than usual, since
  /// tasks of any priority may wait for what it does.
  static let startTask: Background = { work in
    Task(priority: max(Task.currentPriority, .medium)) { await work() }
  }

  /// The time of day as the system has it.
  public static let systemTimeOfDay: @Sendable () -> Double = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }

  /// The variable of this process.
  public static let processVariable: @Sendable (String) -> String? = { name in
    getenv(name).map { String(cString: $0) }
  }
}
