import JSONTree
import SchemaRules

/// Holds a schema's own defaults and example against its rules: where they break them, one of the
/// two is wrong.
enum SampleLint {
  static func check(_ model: Model, _ findings: inout Findings) {
    for property in model.input.properties {
      guard let value = property.defaultValue else { continue }
      judge(value, "default", by: SampleCheck(of: property), &findings)
    }
    guard let example = model.example else { return }
    judge(example, "example", by: SampleCheck(shape: .object(model.input)), &findings)
  }

  private static func judge(
    _ sample: JSONNode, _ what: String, by check: SampleCheck, _ findings: inout Findings
  ) {
    var issues = ValidationIssues()
    check.check(sample, into: &issues)
    for issue in issues.issues {
      let path = issue.path.steps.isEmpty ? "" : "\(issue.path): "
      findings.add(
        .warning,
        "the \(what) breaks the schema's own rule \"\(issue.rule)\": \(path)\(issue.message)",
        at: sample.node(at: issue.path.pointer) ?? sample, fix: "one of the two is wrong")
    }
  }
}
