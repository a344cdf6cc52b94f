public import Foundation

/// A program in a process of its own, as users run it.
///
/// Unchecked `Sendable` is sound: of the process only what any thread may ask is asked after the
/// start.
public final class ChildProcess: @unchecked Sendable {
  /// The exit code and output of a process.
  public struct Ending: Sendable {
    public var code: Int32
    public var isCrash: Bool
    /// A Boolean value that indicates whether the process was killed because it didn't end in time.
    public var isHang = false
    public var out: String
    public var error: String

    /// Everything that it printed.
    public var text: String { out + error }
  }

  private let process = Process()
  /// Finished when the process has ended.
  private let exit: AsyncStream<Never>
  private let folder: (any TestFolder)?
  private let outFile: URL
  private let errorFile: URL

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - owner: The folder's owner, which must not delete it before the process has ended.
  ///   - variables: Set beside those of this process; nil takes one away.
  ///   - input: A file for standard input.
  ///   - file: Where standard output goes instead of into the ending.
  ///   - out: The same as an open file.
  ///   - error: Where standard error goes instead of into the ending.
  public init(
    _ program: String, _ words: [String], in folder: String, of owner: (any TestFolder)? = nil,
    variables: [String: String?] = [:],
    input: String? = nil, outTo file: String? = nil, out: FileHandle? = nil,
    error: FileHandle? = nil
  ) throws {
    // Files, not pipes: nothing can be full, whatever the program prints.
    (outFile, errorFile) = (ChildProcess.temporaryFile(), ChildProcess.temporaryFile())
    self.folder = owner
    var environment = ProcessInfo.processInfo.environment
    // No test may write to the journal of the user.
    environment["MODELRUN_JOURNAL"] = nil
    environment["XDG_STATE_HOME"] =
      owner.map { $0.root + "/state" }
      ?? NSTemporaryDirectory() + "/modelgen-state-\(ProcessInfo.processInfo.processIdentifier)"
    for (name, value) in variables { environment[name] = value }
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput =
      try out ?? FileHandle(forWritingTo: file.map { URL(fileURLWithPath: $0) } ?? outFile)
    process.standardError = try error ?? FileHandle(forWritingTo: errorFile)
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(fileURLWithPath: $0)) }
      ?? FileHandle.nullDevice
    let (exit, exited) = AsyncStream<Never>.makeStream()
    self.exit = exit
    process.terminationHandler = { _ in exited.finish() }
    ChildProcess.restoreInterrupt
    try process.run()
  }

  /// A shell starts what runs in the background so that it ignores Ctrl-C, and a child would inherit
  /// that from the tests.
  private static let restoreInterrupt: Void = { _ = signal(SIGINT, SIG_DFL) }()

  deinit {
    if process.isRunning { kill() }
    try? FileManager.default.removeItem(at: outFile)
    try? FileManager.default.removeItem(at: errorFile)
  }

  /// The output so far.
  public var out: String { ChildProcess.text(outFile) }
  public var error: String { ChildProcess.text(errorFile) }

  /// Sends the signal that a terminal sends for Ctrl-C.
  public func interrupt() { send(SIGINT) }

  /// Ends the process so that it can't clean up.
  public func kill() { send(SIGKILL) }

  /// Sends a signal.
  public func send(_ signal: Int32) { sendSignal(process.processIdentifier, signal) }

  /// Waits for the end.
  public func end() -> Ending {
    process.waitUntilExit()
    return Ending(
      code: process.terminationStatus, isCrash: process.terminationReason == .uncaughtSignal,
      out: out, error: error)
  }

  /// Waits for the end without blocking a thread.
  ///
  /// - Parameter limit: The time after which the process is killed and counts as hanging.
  public func ended(within limit: Duration? = nil) async throws -> Ending {
    let hasEnded = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        for await _ in self.exit {}
        return true
      }
      if let limit {
        group.addTask {
          try? await Task.sleep(for: limit)
          return false
        }
      }
      defer { group.cancelAll() }
      return await group.next() ?? false
    }
    try Task.checkCancellation()
    if !hasEnded { kill() }
    var ending = end()
    ending.isHang = !hasEnded
    return ending
  }

  /// Returns when the process has printed what is waited for; false if it ended, or a minute passed,
  /// without that.
  public func printed(
    _ isThere: @escaping @Sendable (ChildProcess) -> Bool
  ) async throws -> Bool {
    try await onThread { self.prints(isThere) }
  }

  /// The same on a thread of the test's own; see ``onThread(_:)``.
  public func prints(_ isThere: (ChildProcess) -> Bool) -> Bool {
    for _ in 0..<1_200 {
      if isThere(self) { return true }
      if !process.isRunning { return isThere(self) }
      usleep(50_000)
    }
    return false
  }

  private static func text(_ file: URL) -> String {
    String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
  }

  private static func temporaryFile() -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tool-tests-\(UUID().uuidString).txt")
    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    return url
  }
}

/// `kill` under a name that the method called so doesn't hide.
private func sendSignal(_ process: Int32, _ signal: Int32) { kill(process, signal) }
