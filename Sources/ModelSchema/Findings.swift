import JSONTree

/// The diagnostics of one file, as they are collected while it is read.
struct Findings {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func add(
    _ severity: Diagnostic.Severity, _ message: String, at node: JSONNode, fix: String = ""
  ) {
    diagnostics.append(
      Diagnostic(
        severity, file: file, place: node.place, pointer: node.pointer, message: message, fix: fix))
  }

  mutating func add(_ severity: Diagnostic.Severity, _ message: String, fix: String = "") {
    diagnostics.append(Diagnostic(severity, file: file, message: message, fix: fix))
  }

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
