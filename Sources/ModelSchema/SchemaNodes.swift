import ModelCore

/// The schemas that together describe one value: a schema, what its `$ref` names, and the members
/// of its `allOf`.
///
/// Reading a keyword looks at all of them, so that the reader of shapes needn't care how a schema
/// was put together.
struct SchemaNodes {
  /// An `anyOf` or `oneOf` that is more than a way to say "or null".
  struct Union {
    let keyword: Keyword
    let list: JSONNode
    /// The branches other than null.
    let branches: [JSONNode]
  }

  /// The position of the first node.
  let place: JSONNode
  /// The schema itself first.
  private(set) var parts: [SchemaNode] = []
  private(set) var present: UInt64 = 0
  /// A Boolean value that indicates whether `nullable` or a branch allows null.
  var isNullable = false
  /// A Boolean value that indicates whether no value is valid, or only null, which has already been
  /// reported.
  var isUnusable = false
  /// A Boolean value that indicates whether a part was found through a reference.
  var followsReference = false
  /// A Boolean value that indicates whether a reference leads nowhere, which has already been
  /// reported.
  var hasUnknownReference = false
  var unions: [Union] = []

  init(place: JSONNode) { self.place = place }

  mutating func add(_ part: SchemaNode) {
    parts.append(part)
    present |= part.present
  }

  func has(_ keyword: Keyword) -> Bool { present & keyword.bit != 0 }

  /// The value of a keyword: the first one found.
  func first(_ keyword: Keyword) -> JSONNode? {
    guard has(keyword) else { return nil }
    for part in parts {
      if let value = part[keyword] { return value }
    }
    return nil
  }

  func all(_ keyword: Keyword) -> [JSONNode] {
    has(keyword) ? parts.compactMap { $0[keyword] } : []
  }

  func text(_ keyword: Keyword) -> String { first(keyword)?.string ?? "" }

  /// Reports the rules that bindings can't check, and returns their words.
  func reportUnchecked(besides checked: UInt64 = 0, _ findings: inout Findings) -> [String] {
    parts.flatMap { $0.reportUnchecked(besides: checked, &findings) }
  }

  /// Returns a Boolean value that indicates whether any of them sets a flag.
  func isSet(_ keyword: Keyword) -> Bool { all(keyword).contains { $0.bool == true } }
}
