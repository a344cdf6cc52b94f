import JSONTree

/// Compares two schemas by what they demand, whatever they say about it.
///
/// Titles, descriptions and error messages may be in any language; the order of keys may be the
/// page's or the catalogue's. Everything else counts.
struct SchemaComparison {
  /// The JSON pointers of the first differences.
  private(set) var differences: [String] = []
  private let limit: Int

  /// The role of a value in its schema.
  private enum Role {
    case schema
    /// Names that lead to schemas.
    case schemas
    case schemaList
    /// Names in any order.
    case names
    case rules
    case literal
  }

  static func differences(
    _ left: JSONNode, _ right: JSONNode, limit: Int = 4
  ) -> [String] {
    var comparison = SchemaComparison(limit: limit)
    comparison.compare(left, right, .schema, "")
    return comparison.differences
  }

  /// Keys whose values only people read.
  static let texts: Set<String> = ["title", "description", "$comment", "validation_error"]

  private init(limit: Int) { self.limit = limit }

  private mutating func compare(
    _ left: JSONNode, _ right: JSONNode, _ role: Role, _ pointer: String
  ) {
    guard differences.count < limit else { return }
    switch (role, left.kind, right.kind) {
    case (.schema, .object, .object), (.rules, .object, .object):
      compareMembers(left, right, pointer, skipsTexts: true) { role == .rules ? .literal : $0 }
    case (.schemas, .object, .object):
      compareMembers(left, right, pointer, skipsTexts: false) { _ in .schema }
    case (.schemaList, .array, .array), (.rules, .array, .array):
      compareElements(left, right, role == .rules ? .rules : .schema, pointer)
    case (.schemaList, .object, .object):
      compare(left, right, .schema, pointer)
    case (.names, .array, .array):
      let names = { (node: JSONNode) in Set(node.elements.map(JSONValue.init)) }
      if names(left) != names(right) { differences.append(pointer) }
    default:
      if JSONValue(left) != JSONValue(right) { differences.append(pointer) }
    }
  }

  private mutating func compareElements(
    _ left: JSONNode, _ right: JSONNode, _ role: Role, _ pointer: String
  ) {
    let (lefts, rights) = (Array(left.elements), Array(right.elements))
    guard lefts.count == rights.count else {
      differences.append(pointer)
      return
    }
    for (index, pair) in zip(lefts, rights).enumerated() {
      compare(pair.0, pair.1, role, "\(pointer)/\(index)")
    }
  }

  private mutating func compareMembers(
    _ left: JSONNode, _ right: JSONNode, _ pointer: String, skipsTexts: Bool,
    _ roleOf: (Role) -> Role
  ) {
    let others = right.membersByKey
    var seen: Set<WireName> = []
    for member in left.distinctMembers {
      let key = member.key
      if skipsTexts && SchemaComparison.texts.contains(key) { continue }
      guard differences.count < limit else { return }
      seen.insert(WireName(key))
      let inner = pointer + "/" + JSONPointer.escape(key)
      guard let other = others[WireName(key)] else {
        differences.append(inner)
        continue
      }
      compare(member.value, other, roleOf(SchemaComparison.role(of: key)), inner)
    }
    for member in right.distinctMembers where !seen.contains(WireName(member.key)) {
      if skipsTexts && SchemaComparison.texts.contains(member.key) { continue }
      guard differences.count < limit else { return }
      differences.append(pointer + "/" + JSONPointer.escape(member.key))
    }
  }

  private static func role(of keyword: String) -> Role {
    switch keyword {
    case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas": .schemas
    case "items", "allOf", "anyOf", "oneOf", "prefixItems": .schemaList
    case "additionalProperties", "additionalItems", "contains", "propertyNames", "not", "if",
      "then", "else", "unevaluatedProperties", "unevaluatedItems":
      .schema
    case "required": .names
    case "validations": .rules
    default: .literal
    }
  }
}
