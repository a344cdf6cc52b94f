@_spi(Generated) package import ModelCore

/// The outcome of a check as the tools print it.
extension BodyCheck.Verdict {
  /// One line that sums it up, and one for each thing to say.
  package func lines(model: String) -> [String] {
    let head =
      isValid ? "the body is valid" : ValidationIssues.counted(issues)
    return ["\(model): \(head)"] + issues.map { "  \($0)" } + unchecked.map { "  \($0)" }
  }

  package func json(model: String) -> JSONValue {
    [
      "model": .string(model), "valid": .bool(isValid),
      "issues": .array(issues.map(\.json)),
      "unchecked": .array(
        unchecked.map { rule in
          [
            "path": .string(rule.path.pointer), "rule": .string(rule.rule.rawValue),
            "message": .string(rule.reason),
          ]
        }),
    ]
  }
}

extension ValidationIssue {
  /// As programs read it: the path as a JSON pointer.
  package var json: JSONValue {
    [
      "path": .string(path.pointer), "rule": .string(rule.rawValue), "message": .string(message),
    ]
  }
}
