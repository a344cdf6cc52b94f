import Foundation
import Testing
import TestSupport

/// A terminal with a shell in it that finds the tools by their names.
final class Tmux: Sendable {
  static let program = Programs.find("tmux")

  private let tmux: String
  private let socket: String
  private let folder: String
  /// In the foreground, so that nothing outlives the test.
  private let server: ChildProcess

  init(in folder: String, columns: Int = 100) async throws {
    tmux = try #require(Tmux.program)
    self.folder = folder
    socket = "modelrun-tests-\(UUID().uuidString)"
    server = try ChildProcess(tmux, ["-L", socket, "-f", "/dev/null", "-u", "-D"], in: folder)
    let environment = [
      "PATH=\(BuildFolder.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "")",
      "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "RUNCOMFY_TOKEN=\(ProtocolServer.token)", "PS1=$ ",
    ]
    let shell = ["env"] + environment + ["bash", "--norc", "--noprofile"]
    while try await run(["has-session"]).error.contains("error connecting") {
      try await Task.sleep(for: .milliseconds(20))
    }
    _ = try await run(
      ["new-session", "-d", "-x", "\(columns)", "-y", "30", "-c", folder] + shell)
    _ = try await shows { $0 == ["$"] }
  }

  /// Ends the shell and what runs in it.
  func close() async throws { _ = try await run(["kill-server"]) }

  /// Types a line and sends it.
  ///
  /// - Parameter script: What stands in `run.sh`, for lines that are too long to be typed.
  func type(_ line: String, script: String? = nil) async throws {
    if let script {
      try script.write(toFile: folder + "/run.sh", atomically: true, encoding: .utf8)
    }
    _ = try await run(["send-keys", "-l", "--", line])
    try await press("Enter")
  }

  /// Keys by their names, or text.
  func press(_ keys: String...) async throws { _ = try await run(["send-keys", "--"] + keys) }

  /// The lines of the screen that hold anything.
  func lines() async throws -> [String] {
    try await run(["capture-pane", "-p"]).out.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// Looks until the screen is as it should be; false after half a minute.
  func shows(_ isRight: ([String]) -> Bool) async throws -> Bool {
    for _ in 0..<600 {
      if isRight(try await lines()) { return true }
      try await Task.sleep(for: .milliseconds(50))
    }
    return false
  }

  private func run(_ words: [String]) async throws -> ChildProcess.Ending {
    try await ChildProcess(tmux, ["-L", socket, "-f", "/dev/null", "-u"] + words, in: folder)
      .ended()
  }
}
