@_spi(Generated) import ModelCore

/// Checks of the contents of objects and arrays.
extension SchemaCheckRun {
  mutating func check(
    _ value: JSONNode, _ rules: ObjectCheck, _ issues: inout ValidationIssues
  ) {
    let count = rules.properties.count
    var hasOtherKeys = false
    // Values are found in the body's order and checked in the schema's.
    withUnsafeTemporaryAllocation(of: Optional<JSONNode>.self, capacity: count) { found in
      found.initialize(repeating: nil)
      defer { found.deinitialize() }
      for member in value.members {
        if let index = rules.keys.index(of: member.keyNode) {
          found[index] = member.value
          if rules.properties[index].schema == nil { hasOtherKeys = true }
        } else {
          hasOtherKeys = true
        }
      }
      for index in rules.properties.indices {
        if let value = found[index] {
          if let schema = rules.properties[index].schema {
            check(value, with: schema, at: .key(rules.properties[index].key), into: &issues)
            marks?.mark(value)
          }
        } else if rules.properties[index].isRequired {
          issues.reportMissing(rules.properties[index].key)
        }
      }
    }
    if rules.looksAtOtherKeys, hasOtherKeys || !rules.patterns.isEmpty || rules.propertyNames != nil
    {
      for member in value.distinctMembers {
        if issues.isFull { return }
        checkKey(member, rules, &issues)
      }
    }
    if rules.evaluatesOtherKeys { marks?.markAll() }
    if rules.minProperties != nil || rules.maxProperties != nil {
      issues.check(
        keyCount: value.distinctMembers.count, at: nil, atLeast: rules.minProperties,
        atMost: rules.maxProperties)
    }
    for dependency in rules.dependencies where value[dependency.key] != nil {
      switch dependency.demand {
      case .schema(let schema): check(value, with: schema, at: nil, into: &issues)
      case .keys(let keys):
        for missing in keys where value[missing] == nil {
          issues.report(
            dependency.rule, at: .key(missing), bound: dependency.key,
            "is required beside \(ValueText.quoted(dependency.key))")
        }
      }
    }
  }

  /// A member by its key: the key itself, patterns that it matches, and whether it may be there.
  private mutating func checkKey(
    _ member: JSONMember, _ rules: ObjectCheck, _ issues: inout ValidationIssues
  ) {
    let key = member.key
    if let schema = rules.propertyNames { checkName(member, schema, &issues) }
    var isAdditional =
      rules.keys.index(of: member.keyNode).map {
        rules.properties[$0].schema == nil
      } ?? true
    for (pattern, schema) in rules.patterns where pattern.matches(key) {
      isAdditional = false
      check(member.value, with: schema, at: .key(key), into: &issues)
      marks?.mark(member.value)
    }
    guard isAdditional, rules.additionalIsForbidden || rules.additional != nil else { return }
    if rules.hasUnknownPattern {
      issues.reportUnchecked(
        .additionalProperties, at: .key(key), because: "not every key pattern is understood")
    } else if let schema = rules.additional {
      check(member.value, with: schema, at: .key(key), into: &issues)
    } else {
      let known = rules.properties.filter { $0.schema != nil }.map(\.key)
      issues.reportUnknownKey(key, among: known)
    }
  }

  private mutating func checkName(
    _ member: JSONMember, _ schema: Int, _ issues: inout ValidationIssues
  ) {
    var trial = issues.trial()
    check(member.keyNode, with: schema, at: .key(member.key), into: &trial)
    for issue in trial.issues {
      issues.report(
        .propertyNames, at: .key(member.key), value: member.key, bound: issue.rule.rawValue,
        "the key itself: \(issue.message)")
    }
    issues.adoptUnchecked(of: trial)
  }

  mutating func check(
    _ value: JSONNode, _ rules: ArrayCheck, _ issues: inout ValidationIssues
  ) {
    var count = 0
    if rules.looksAtItemsTogether {
      for _ in value.elements { count += 1 }
      issues.check(count: count, at: nil, atLeast: rules.minItems, atMost: rules.maxItems)
      if rules.mustBeUnique, count > 1 {
        issues.check(unique: value.elements.map { JSONValue($0) }, at: nil)
      }
    }
    for (index, item) in value.elements.enumerated() {
      if issues.isFull { return }
      switch rules.items {
      case .any: break
      case .all(let schema): check(item, with: schema, at: .index(index), into: &issues)
      case .tuple(let schemas, let additional):
        guard let schema = index < schemas.count ? schemas[index] : additional else { break }
        check(item, with: schema, at: .index(index), into: &issues)
        marks?.mark(item)
      }
    }
    if case .all = rules.items { marks?.markAll() }
    if let contains = rules.contains { checkContains(value, contains, &issues) }
  }
}
