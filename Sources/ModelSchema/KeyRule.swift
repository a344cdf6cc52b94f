import ModelCore

/// A rule about the keys of an object that bindings check.
package struct KeyRule: Sendable, Hashable {
  /// A condition on the keys that an object has, whatever their values.
  package indirect enum Condition: Sendable, Hashable {
    case keys([String])
    case any([Condition])
    case one([Condition])
    case not(Condition)
  }

  package enum Requirement: Sendable, Hashable {
    case condition(Condition)
    /// The keys that must be there beside a key.
    case beside(String, [String])
    case minimum(Int)
    case maximum(Int)
  }

  package let keyword: Keyword
  package let requirement: Requirement

  /// The rule in words, for documentation.
  package var fact: String {
    switch requirement {
    case .condition(.not(let condition)): "Not allowed together: \(condition.text)"
    case .condition(let condition): "Requires \(condition.text)"
    case .beside(let key, let keys): "`\(key)` requires \(Condition.keys(keys).text)"
    case .minimum(let count): "Requires at least \(ValueText.counted(count, "key"))"
    case .maximum(let count): "Allows at most \(ValueText.counted(count, "key"))"
    }
  }
}

extension KeyRule.Condition {
  fileprivate var text: String {
    switch self {
    case .keys(let keys): keys.map { "`\($0)`" }.joined(separator: " and ")
    case .any(let conditions): "at least one of " + KeyRule.Condition.list(conditions)
    case .one(let conditions): "exactly one of " + KeyRule.Condition.list(conditions)
    case .not(let condition): "not " + condition.text
    }
  }

  private static func list(_ conditions: [Self]) -> String {
    conditions.map { condition in
      if case .keys(let keys) = condition, keys.count < 2 { return condition.text }
      return "(\(condition.text))"
    }.joined(separator: ", ")
  }
}

/// Finds the rules of a schema that are about keys alone.
struct KeyRuleReader {
  private(set) var rules: [KeyRule] = []
  /// The bits of keywords that the rules say in full.
  private(set) var checked: UInt64 = 0
  /// The positions of unions that the rules say in full.
  private(set) var checkedUnions: Set<Int> = []

  init(_ nodes: SchemaNodes) {
    for union in nodes.unions {
      let branches = union.branches.compactMap(KeyRuleReader.condition)
      guard branches.count == union.branches.count,
        branches.count == Array(union.list.elements).count
      else { continue }
      let condition: KeyRule.Condition = union.keyword == .oneOf ? .one(branches) : .any(branches)
      rules.append(KeyRule(keyword: union.keyword, requirement: .condition(condition)))
      checkedUnions.insert(union.list.start)
    }
    readNot(nodes)
    for keyword in [Keyword.dependentRequired, .dependencies] { readDependencies(keyword, nodes) }
    readCounts(nodes)
  }

  private mutating func readNot(_ nodes: SchemaNodes) {
    let conditions = nodes.all(.not).map(KeyRuleReader.condition)
    guard !conditions.isEmpty, !conditions.contains(nil) else { return }
    for condition in conditions.compactMap(\.self) {
      rules.append(KeyRule(keyword: .not, requirement: .condition(.not(condition))))
    }
    checked |= Keyword.not.bit
  }

  private mutating func readDependencies(_ keyword: Keyword, _ nodes: SchemaNodes) {
    let members = nodes.all(keyword).flatMap { Array($0.members) }
    guard !members.isEmpty, members.allSatisfy({ KeyRuleReader.keys($0.value) != nil }) else {
      return
    }
    for member in members {
      guard let keys = KeyRuleReader.keys(member.value), !keys.isEmpty else { continue }
      rules.append(KeyRule(keyword: keyword, requirement: .beside(member.key, keys)))
    }
    checked |= keyword.bit
  }

  private mutating func readCounts(_ nodes: SchemaNodes) {
    for keyword in [Keyword.minProperties, .maxProperties] where nodes.has(keyword) {
      let counts = nodes.all(keyword).map { $0.number?.int }
      guard !counts.contains(where: { $0.map { $0 < 0 } ?? true }) else { continue }
      checked |= keyword.bit
      if keyword == .minProperties, let minimum = counts.compactMap(\.self).max(), minimum > 0 {
        rules.append(KeyRule(keyword: keyword, requirement: .minimum(minimum)))
      } else if keyword == .maxProperties, let maximum = counts.compactMap(\.self).min() {
        rules.append(KeyRule(keyword: keyword, requirement: .maximum(maximum)))
      }
    }
  }

  /// The condition of a schema that asks for keys and nothing else; nil for any other schema.
  private static func condition(_ schema: JSONNode) -> KeyRule.Condition? {
    guard schema.kind == .object, let keys = schema[.required].flatMap(keys) else { return nil }
    for member in schema.members {
      guard let keyword = Keyword(key: member.keyNode), keyword != .required else { continue }
      if keyword == .type, member.value.string == "object" { continue }
      if keyword.constrains { return nil }
      if keyword == .reference || keyword == .allOf { return nil }
    }
    return .keys(keys)
  }

  private static func keys(_ list: JSONNode) -> [String]? {
    guard list.kind == .array else { return nil }
    let keys = list.elements.map(\.string)
    return keys.contains(nil) ? nil : keys.compactMap(\.self)
  }
}
