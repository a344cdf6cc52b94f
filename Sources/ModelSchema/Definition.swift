import ModelCore

/// A schema that others refer to by `$ref`, and that is one type for all of them.
package struct Definition: Sendable, Hashable {
  /// The last key of the place: `Node` for `#/$defs/Node`.
  package let name: String
  /// The JSON pointer of the schema in its file.
  package let pointer: String

  private static let unnamedSteps: Set<String> = [
    "input", "output", "items", "allOf", "anyOf", "oneOf",
  ]

  init(_ node: JSONNode) {
    pointer = node.pointer
    // A reference to the whole schema has no name of its own.
    let steps = JSONPointer.steps(of: pointer) ?? []
    name = steps.last { Int($0) == nil && !Definition.unnamedSteps.contains($0) } ?? "Root"
  }
}
