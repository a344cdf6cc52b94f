import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs a program and says what it cost.
enum ChildProgram {
  struct Cost {
    var seconds: Double
    /// The CPU time of its threads and child processes, which the load of the machine hardly
    /// affects.
    var workSeconds: Double
    /// Its resident memory at most. The system counts what this program held when it started the
    /// child, so that a section that measures memory is best run alone.
    var peakBytes: Int
  }

  /// The folder that this program was built into, where the other products are too.
  static var buildFolder: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().path
  }

  /// - Parameter words: The program's path, or its name, and its arguments.
  static func run(_ words: [String], in folder: String) throws -> Cost {
    // The shell changes the folder: the calls that would are not on every system.
    let command =
      ["/bin/sh", "-c", #"cd "$0" && exec "$@" >/dev/null 2>stderr.txt"#, folder] + words
    var arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    let clock = ContinuousClock()
    let start = clock.now
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0 else {
      throw ChildFailure(words: words, text: "it can't be started")
    }
    var (status, usage): (Int32, rusage) = (0, rusage())
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let wall = (clock.now - start) / .seconds(1)
    guard status == 0 else {
      let text = try? String(contentsOfFile: folder + "/stderr.txt", encoding: .utf8)
      throw ChildFailure(words: words, text: text ?? "status \(status)")
    }
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    return Cost(
      seconds: wall, workSeconds: seconds(of: usage.ru_utime) + seconds(of: usage.ru_stime),
      peakBytes: Int(usage.ru_maxrss) * unit)
  }

  private static func seconds(of time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}

/// A program that did not end as it should.
struct ChildFailure: Error, CustomStringConvertible {
  let words: [String]
  let text: String

  var description: String {
    "\(words.prefix(3).joined(separator: " ")) … failed:\n\(text.prefix(2000))"
  }
}

/// A folder that is gone when the work in it is done.
final class TemporaryFolder {
  let path: String

  /// Works in a new folder. Without a scope the optimizer may let go of it, and so delete it, while
  /// a program still runs in there.
  static func with<Result>(_ work: (TemporaryFolder) throws -> Result) throws -> Result {
    let folder = try TemporaryFolder()
    return try withExtendedLifetime(folder) { try work(folder) }
  }

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("modelgen-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ file: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ file: String) { try? FileManager.default.removeItem(atPath: path + "/" + file) }
}
