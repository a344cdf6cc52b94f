#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The clock, randomness and environment variables of a client. Tests replace them, so that no test
/// waits for a real clock or depends on the machine it runs on.
public struct ClientEnvironment: Sendable {
  /// The clock for waits and timeouts. The default continues while the machine sleeps, and isn't
  /// affected by changes to the system's date.
  public var clock: any Clock<Duration>
  /// Returns a number from 0 up to 1, for jitter.
  public var random: @Sendable () -> Double
  /// Returns the current date. It is used for the age of a job that was submitted elsewhere, and for
  /// a date that a server sends without its own time.
  public var date: @Sendable () -> Date
  /// Returns the value of an environment variable.
  public var variable: @Sendable (String) -> String?
  /// Starts work without waiting for it.
  var inBackground: Background = ClientEnvironment.startTask

  /// A function that starts work and returns at once.
  typealias Background = @Sendable (@escaping @Sendable () async -> Void) -> Void

  /// Creates an environment.
  ///
  /// - Parameters:
  ///   - clock: The clock for waits and timeouts.
  ///   - random: Returns a number from 0 up to 1.
  ///   - date: Returns the current date.
  ///   - variable: Returns the value of an environment variable.
  public init(
    clock: any Clock<Duration> = ContinuousClock(),
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
    date: @escaping @Sendable () -> Date = { Date() },
    variable: @escaping @Sendable (String) -> String? = ClientEnvironment.processVariable
  ) {
    self.clock = clock
    self.random = random
    self.date = date
    self.variable = variable
  }

  /// Starts a task with the values of the current one. Its priority isn't lower than usual, since
  /// tasks of any priority may wait for what it does.
  static let startTask: Background = { work in
    Task(priority: max(Task.currentPriority, .medium)) { await work() }
  }

  /// The seconds since 1970.
  var timeOfDay: @Sendable () -> Double { { [date] in date().timeIntervalSince1970 } }

  /// Returns the value of an environment variable of this process.
  public static let processVariable: @Sendable (String) -> String? = { name in
    getenv(name).map { String(cString: $0) }
  }
}
