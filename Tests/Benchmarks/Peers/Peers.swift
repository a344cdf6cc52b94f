import Foundation
import ModelCore
import ModelRuntime

/// The programs of other ecosystems that sections are compared with, where the machine has them.
enum Peers {
  /// The interpreter that has the modules of PyPI: `MODELGEN_PYTHON`, else `python3`.
  static var python: String {
    let given = ProcessInfo.processInfo.environment["MODELGEN_PYTHON"] ?? ""
    return given.isEmpty ? "python3" : given
  }

  /// Validators of one request, on the schema that the emitted code was made from.
  ///
  /// A peer that isn't there makes a row that says so. What else goes wrong does so too: a section
  /// must not fail for a stranger.
  static func validators(schema: String, body: [UInt8]) throws -> Workload.Peers {
    let folder = try TemporaryFolder()
    try folder.write("schema.json", schema)
    try folder.write("body.json", String(decoding: body, as: UTF8.self))
    let files = ["schema.json", "body.json"].map { folder.path + "/" + $0 }
    let ajv = ["node", script("validate_ajv.js")] + files
    let rust = [python, script("validate_python.py")] + files + ["jsonschema_rs"]
    let pydantic = [python, script("validate_python.py")] + files + ["pydantic"]
    let programs = [
      ("ajv, parsed body", ajv + ["parsed"]), ("ajv, parsing included", ajv + ["text"]),
      ("jsonschema-rs, parsed body", rust + ["parsed"]),
      ("jsonschema-rs, parsing included", rust + ["text"]),
      ("pydantic, parsing included", pydantic + ["text"]),
    ]
    return withExtendedLifetime(folder) { start(programs) }
  }

  private static func start(_ programs: [(name: String, words: [String])]) -> Workload.Peers {
    var peers = Workload.Peers()
    for (name, words) in programs {
      do {
        let program = try PeerProgram(words)
        peers.present.append(
          Contender(name: name, remark: program.identity) { try program.round($0) })
      } catch {
        let reason = (error as? PeerMissing)?.reason ?? "\(error)"
        peers.absent.append(Row(name: name, absentBecause: reason))
      }
    }
    return peers
  }

  /// A file beside this one.
  private static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name).path
  }
}
