package import ModelCore

extension OpenedModelFile {
  /// Something to say about a node of the file.
  package struct Remark {
    let node: JSONNode
    let message: String
    let fix: String

    package init(node: JSONNode, message: String, fix: String) {
      self.node = node
      self.message = message
      self.fix = fix
    }
  }

  /// Returns a warning for each remark, at its position in the file or in its correction.
  package func warnings(_ remarks: [Remark]) -> [Diagnostic] {
    var findings = Findings(file: path)
    findings.correction = correction
    for remark in remarks {
      findings.add(.warning, remark.message, at: remark.node, fix: remark.fix)
    }
    return findings.diagnostics
  }
}
