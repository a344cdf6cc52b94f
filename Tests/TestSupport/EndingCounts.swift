/// The number of times that a program ended in each way.
public struct EndingCounts: Sendable, CustomStringConvertible {
  /// The number of normal ends for each exit code.
  public private(set) var codes: [Int32: Int] = [:]
  /// The number of ends by a signal of the program's own making, for each signal.
  public private(set) var crashes: [Int32: Int] = [:]
  /// The number of programs that didn't end at all.
  public private(set) var hangs = 0
  /// The longest time from the start of a program to its end.
  public private(set) var longest = Duration.zero
  /// The output of the first program that crashed, hung or had an unexpected exit code.
  public private(set) var firstFailure: String?
  private let expected: Set<Int32>

  /// Starts a program many times, several at once, and counts how it ends.
  ///
  /// - Parameters:
  ///   - runs: The number of times that it is started.
  ///   - concurrency: The number of programs that run at the same time.
  ///   - expected: The exit codes that count as success.
  ///   - end: Starts the program for the run with this number and returns its end.
  public init(
    of runs: Int, maxConcurrent concurrency: Int, expecting expected: Set<Int32>,
    _ end: @escaping @Sendable (Int) async throws -> ChildProcess.Ending
  ) async throws {
    self.expected = expected
    try await withThrowingTaskGroup(of: (ChildProcess.Ending, Duration).self) { group in
      for run in 0..<runs {
        if run >= concurrency, let next = try await group.next() { add(next.0, after: next.1) }
        group.addTask {
          let start = ContinuousClock.now
          return (try await end(run), start.duration(to: .now))
        }
      }
      for try await (ending, length) in group { add(ending, after: length) }
    }
  }

  /// A Boolean value that indicates whether every program ended with an expected exit code.
  public var areAllExpected: Bool { firstFailure == nil }

  public var description: String {
    let codes = self.codes.sorted { $0.key < $1.key }.map { "\($0.value) with exit code \($0.key)" }
    let crashes = self.crashes.sorted { $0.key < $1.key }.map { "\($0.value) by signal \($0.key)" }
    let all = (codes + crashes).joined(separator: ", ")
    return "\(all), \(hangs) without an end; longest run \(longest)"
      + (firstFailure.map { "\n\($0)" } ?? "")
  }

  private mutating func add(_ ending: ChildProcess.Ending, after length: Duration) {
    longest = max(longest, length)
    if ending.isHang {
      hangs += 1
    } else if ending.isCrash {
      crashes[ending.code, default: 0] += 1
    } else {
      codes[ending.code, default: 0] += 1
      if expected.contains(ending.code) { return }
    }
    firstFailure = firstFailure ?? ending.text
  }
}
