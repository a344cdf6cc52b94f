import Foundation
import Testing
import TestSupport

/// The service in Python that was written from PROTOCOL.md alone, running.
final class ProtocolServer: Sendable {
  static let token = "token-of-the-protocol-server"
  static let python = Programs.find("python3")
  static let absence: Comment = "python3 is not installed: the service in Python can't be run"

  let baseURL: String
  private let process: ChildProcess
  private let log: String

  /// - Parameter behaviour: One of those that the script lists.
  init(_ behaviour: String, in sandbox: Sandbox) async throws {
    log = sandbox.path("requests.log")
    let script = Repository.root + "/Tests/modelrunTests/Service/protocol_server.py"
    process = try ChildProcess(
      try #require(ProtocolServer.python), [script, log, behaviour], in: sandbox.root)
    guard try await process.printed({ $0.out.hasSuffix("\n") }),
      let port = Int(process.out.trimmingCharacters(in: .whitespacesAndNewlines))
    else { throw Failure(words: process.error) }
    baseURL = "http://127.0.0.1:\(port)"
  }

  struct Failure: Error { var words: String }

  /// Every request, as `POST /v1/models/…`.
  var requests: [String] {
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// Lets the jobs of the behaviour `hold` go on.
  func letGo() throws { try Data().write(to: URL(fileURLWithPath: log + ".go")) }

  var submissions: Int { requests.count { $0.hasPrefix("POST /v1/models/") } }
}

/// The tool as it was built, in a process of its own.
extension Sandbox {
  /// - Parameter shell: What a shell does with the tool, which is `"$0" "$@"` there.
  func start(
    _ words: [String], variables: [String: String?] = [:], input: String? = nil,
    through shell: String? = nil, outTo file: String? = nil, out: FileHandle? = nil,
    error: FileHandle? = nil
  ) throws -> ChildProcess {
    var all: [String: String?] = ["RUNCOMFY_TOKEN": ProtocolServer.token]
    for name in ["RUNCOMFY_MODEL_API_BASE", "RUNCOMFY_API_TOKEN", "RUNCOMFY_API_KEY"] {
      all.updateValue(nil, forKey: name)
    }
    for (name, value) in variables { all.updateValue(value, forKey: name) }
    let program = BuildFolder.program("modelrun")
    // `$0` and its words are the tool and what it is called with.
    return try ChildProcess(
      shell == nil ? program : "/bin/sh", (shell.map { ["-c", $0, program] } ?? []) + words,
      in: root, of: self, variables: all, input: input, outTo: file, out: out, error: error)
  }
}
