import ModelCore
import ModelSchema

/// Compares two schemas by what they demand, whatever they say about it.
///
/// Titles, descriptions and error messages may be in any language; the order of keys may be the
/// page's or the catalogue's. Everything else counts.
struct SchemaComparison {
  /// The JSON pointers of the first differences.
  private(set) var differences: [String] = []
  private let limit: Int

  static func differences(
    _ left: JSONNode, _ right: JSONNode, limit: Int = 4
  ) -> [String] {
    var comparison = SchemaComparison(limit: limit)
    comparison.compare(left, right, .schema, "")
    return comparison.differences
  }

  private init(limit: Int) { self.limit = limit }

  /// - Parameter value: What the two are in their schema.
  private mutating func compare(
    _ left: JSONNode, _ right: JSONNode, _ value: KeywordTable.Value, _ pointer: String
  ) {
    guard differences.count < limit else { return }
    switch (value, left.kind, right.kind) {
    case (.schema, .object, .object), (.schemaOrList, .object, .object):
      compareMembers(left, right, pointer) { key in
        let keyword = Keyword(key)
        return keyword?.isText == true ? nil : keyword?.value ?? .anything
      }
    case (.rules, .object, .object):
      compareMembers(left, right, pointer) { $0 == "validation_error" ? nil : .anything }
    case (.namedSchemas, .object, .object):
      compareMembers(left, right, pointer) { _ in .schema }
    case (.schemaOrList, .array, .array), (.schemas, .array, .array),
      (.schemaList, .array, .array):
      compareElements(left, right, .schema, pointer)
    case (.rules, .array, .array):
      compareElements(left, right, .rules, pointer)
    case (.keys, .array, .array):
      let names = { (node: JSONNode) in Set(node.elements.map(JSONValue.init)) }
      if names(left) != names(right) { differences.append(pointer) }
    default:
      if JSONValue(left) != JSONValue(right) { differences.append(pointer) }
    }
  }

  private mutating func compareElements(
    _ left: JSONNode, _ right: JSONNode, _ value: KeywordTable.Value, _ pointer: String
  ) {
    let (lefts, rights) = (Array(left.elements), Array(right.elements))
    guard lefts.count == rights.count else {
      differences.append(pointer)
      return
    }
    for (index, pair) in zip(lefts, rights).enumerated() {
      compare(pair.0, pair.1, value, "\(pointer)/\(index)")
    }
  }

  /// - Parameter valueOfKey: Returns what the value of a key is, or nil for a text that only people
  ///   read.
  private mutating func compareMembers(
    _ left: JSONNode, _ right: JSONNode, _ pointer: String,
    _ valueOfKey: (String) -> KeywordTable.Value?
  ) {
    let others = right.membersByKey
    var seen: Set<WireName> = []
    for member in left.distinctMembers {
      let key = member.key
      guard let value = valueOfKey(key) else { continue }
      guard differences.count < limit else { return }
      seen.insert(WireName(key))
      let inner = pointer + "/" + JSONPointer.escape(key)
      guard let other = others[WireName(key)] else {
        differences.append(inner)
        continue
      }
      compare(member.value, other, value, inner)
    }
    for member in right.distinctMembers
    where !seen.contains(WireName(member.key)) && valueOfKey(member.key) != nil {
      guard differences.count < limit else { return }
      differences.append(pointer + "/" + JSONPointer.escape(member.key))
    }
  }
}
