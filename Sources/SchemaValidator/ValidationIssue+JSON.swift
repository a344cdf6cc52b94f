package import ModelCore

extension ValidationIssue {
  /// As programs read it: the path as a JSON pointer.
  package var json: JSONValue {
    [
      "path": .string(path.pointer), "rule": .string(rule.rawValue), "message": .string(message),
    ]
  }
}
