@_spi(Generated) import ModelCore
package import ModelSchema

/// Checks a schema's own defaults and example against its rules: where they break them, one of the
/// two is wrong.
///
/// References to media files always pass: pages name their own sample files without an address.
package enum SampleLint {
  /// Returns a warning for each rule that a sample of a model breaks.
  package static func warnings(about model: Model, in file: OpenedModelFile) -> [Diagnostic] {
    var remarks: [OpenedModelFile.Remark] = []
    for property in model.input.properties {
      guard let value = property.defaultValue else { continue }
      let check = SchemaCheck(schema: property.node, root: model.inputSchema)
      remarks += judge(value, "default", by: check)
    }
    if let example = model.example {
      let check = SchemaCheck(schema: model.inputSchema, root: model.inputSchema)
      remarks += judge(example, "example", by: check)
    }
    return file.warnings(remarks)
  }

  private static func judge(
    _ sample: JSONNode, _ what: String, by check: SchemaCheck
  ) -> [OpenedModelFile.Remark] {
    var issues = ValidationIssues()
    check.check(sample, into: &issues)
    return issues.issues.filter { $0.rule != .format }.map { issue in
      let path = issue.path.steps.isEmpty ? "" : "\(issue.path): "
      return OpenedModelFile.Remark(
        node: sample.node(at: issue.path.pointer) ?? sample,
        message:
          "the \(what) breaks the schema's own rule \"\(issue.rule)\": \(path)\(issue.message)",
        fix: "one of the two is wrong")
    }
  }
}
