import ModelTransport
public import ToolSupport

/// Keeps what a tool prints that runs in this process.
public final class CapturedConsole: Sendable {
  private let streams = Locked((out: [UInt8](), error: [UInt8]()))
  private let printed: @Sendable (String) -> Void

  /// - Parameter printed: Called with everything that goes to standard error, as it comes.
  public init(printed: @escaping @Sendable (String) -> Void = { _ in }) { self.printed = printed }

  /// The console that the tool prints to.
  public var console: Console {
    Console(
      out: { bytes in self.streams.withLock { $0.out += bytes } },
      error: { bytes in
        self.streams.withLock { $0.error += bytes }
        self.printed(String(decoding: bytes, as: UTF8.self))
      })
  }

  /// Returns the outcome of a command that ran in a folder.
  public func outcome(_ code: ExitCode, in folder: some TestFolder) -> ToolOutcome {
    func shown(_ bytes: [UInt8]) -> String {
      String(decoding: bytes, as: UTF8.self).replacing(folder.root + "/", with: "")
    }
    return streams.withLock {
      ToolOutcome(code: code, out: shown($0.out), error: shown($0.error))
    }
  }
}

/// The exit code and output of a command, without the path of the folder that it ran in.
public struct ToolOutcome: Equatable, Sendable {
  public var code: ExitCode
  public var out: String
  public var error: String

  public init(code: ExitCode, out: String, error: String) {
    self.code = code
    self.out = out
    self.error = error
  }

  public var outLines: [String] { out.split(separator: "\n").map(String.init) }
  public var errorLines: [String] { error.split(separator: "\n").map(String.init) }
}
