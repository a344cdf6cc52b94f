public import JSONTree
public import SchemaRules

extension ValidationIssue {
  /// As programs read it: the path as a JSON pointer.
  public var json: JSONValue {
    [
      "path": .string(path.pointer), "rule": .string(rule.rawValue), "message": .string(message),
    ]
  }
}
