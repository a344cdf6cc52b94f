import ModelCore
import ModelSchema

extension FaultScript {
  /// Reads a script: a JSON array of faults, as the article on fault scripts describes them.
  ///
  /// - Parameters:
  ///   - bytes: The script.
  ///   - file: The name that diagnostics give it.
  /// - Throws: `MockFailure.script`, with everything that is wrong and where.
  public init(parsing bytes: [UInt8], file: String) throws(MockFailure) {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw .script([Diagnostic(.error, file: file, place: error.place, message: error.message)])
    }
    var findings = ScriptFindings(file: file)
    for key in document.duplicateKeys {
      findings.add("duplicate key \"\(key.key)\"", at: key.place, key.object)
    }
    guard document.root.kind == .array else {
      findings.add(
        "expected an array of faults", at: document.root,
        fix: "write [{\"on\": \"submit\", \"status\": 503}]")
      throw .script(findings.diagnostics)
    }
    faults = document.root.elements.compactMap { FaultReader.read($0, &findings) }
    guard findings.diagnostics.isEmpty else { throw .script(findings.diagnostics) }
  }
}

/// The problems found in a script so far.
struct ScriptFindings {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func add(_ message: String, at node: JSONNode, fix: String = "") {
    add(message, at: node.place, node.pointer, fix: fix)
  }

  mutating func add(
    _ message: String, at place: SourcePlace, _ pointer: String, fix: String = ""
  ) {
    diagnostics.append(
      Diagnostic(.error, file: file, place: place, pointer: pointer, message: message, fix: fix))
  }
}
