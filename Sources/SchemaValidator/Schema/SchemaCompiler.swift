@_spi(Generated) import ModelCore
import ModelSchema

/// Turns the schemas of a document into a table, without recursion: a schema that is met gets the
/// next number and waits its turn, one that was met before keeps its number. So neither deep
/// schemas nor schemas that refer to themselves need care.
struct SchemaCompiler {
  let references: SchemaReferences
  private(set) var schemas: [CompiledSchema] = []
  private(set) var unsupported: [SchemaCheck.Unsupported] = []
  /// Numbers of schemas, by where they begin.
  private var numbers: [Int: Int] = [:]
  /// References that were followed, by where they begin.
  private var followed: Set<Int> = []
  private var waiting: [(node: JSONNode, number: Int)] = []
  /// The keywords that draft 7 doesn't have, of the schema being read.
  var laterKeywords: [Keyword: JSONNode] = [:]
  /// The `$ref` and the `prefixItems` of the schema being read, whatever its dialect.
  private(set) var reference: JSONNode?
  private(set) var prefixItems: JSONNode?
  /// The dialect of the schema being read.
  private(set) var dialect = SchemaDialect.draft7

  init(references: SchemaReferences) { self.references = references }

  mutating func compile(_ root: JSONNode) {
    _ = number(of: root)
    var next = 0
    while next < waiting.count {
      let (node, number) = waiting[next]
      schemas[number] = CompiledSchema(rules(of: node))
      next += 1
    }
  }

  /// The number of a schema, or of what its `$ref` leads to.
  mutating func number(of node: JSONNode) -> Int {
    var target = node
    var passed: Set<Int> = []
    var failure: String?
    while failure == nil, let reference = target[.reference]?.string, isOnlyReference(target) {
      guard passed.insert(target.byteRange.lowerBound).inserted else {
        failure = "\(reference) leads back to itself"
        break
      }
      noteOverridden(beside: target)
      do {
        target = try references.target(of: reference, in: target)
      } catch {
        failure = error.reason
      }
    }
    if let number = numbers[target.byteRange.lowerBound] { return number }
    let number = schemas.count
    numbers[target.byteRange.lowerBound] = number
    if let failure {
      var rules = SchemaRuleSet()
      note(.reference, target[.reference] ?? target, failure, in: &rules)
      schemas.append(CompiledSchema(rules))
    } else {
      schemas.append(CompiledSchema(SchemaRuleSet()))
      waiting.append((target, number))
    }
    return number
  }

  /// Writes down what can't be checked, for the one who generates and for the one who checks.
  mutating func note(
    _ rule: ValidationRule, _ node: JSONNode, _ reason: String, in rules: inout SchemaRuleSet
  ) {
    note(rule, node, reason)
    rules.unchecked.append((rule, reason))
  }

  /// The same for a rule that every check reports by itself.
  mutating func note(_ rule: ValidationRule, _ node: JSONNode, _ reason: String) {
    unsupported.append(.init(rule: rule, node: node, reason: reason))
  }

  private mutating func rules(of node: JSONNode) -> SchemaRuleSet {
    var rules = SchemaRuleSet()
    switch node.kind {
    case .bool: rules.allowsNothing = node.bool == false
    case .object:
      guard readDialect(node, into: &rules) else { break }
      readReferences(node, into: &rules)
      if reference?.string != nil, !dialect.appliesSiblingsOfReferences {
        noteOverridden(beside: node)
        break
      }
      readTypes(node, into: &rules)
      readPublished(node, into: &rules)
      readNumber(node, into: &rules)
      readText(node, into: &rules)
      readMedia(node, into: &rules)
      readArray(node, into: &rules)
      readObject(node, into: &rules)
      readForms(node, into: &rules)
      readUnevaluated(into: &rules)
    default:
      note("schema", node, "a schema must be an object, true or false", in: &rules)
    }
    return rules
  }

  /// A rule that a reference overrides is probably meant to count.
  private mutating func noteOverridden(beside reference: JSONNode) {
    guard followed.insert(reference.byteRange.lowerBound).inserted else { return }
    for member in references.overriddenRules(of: reference) {
      note(
        ValidationRule(rawValue: member.key), member.value,
        "the $ref beside it overrides it; put both into allOf")
    }
  }

  /// Returns whether a schema with a `$ref` is nothing but another name for what that leads to.
  private func isOnlyReference(_ node: JSONNode) -> Bool {
    guard !references.dependOnDynamicScope else { return false }
    switch references.dialect(of: node) {
    case .unknown: return false
    case .named(let dialect), .inferred(let dialect):
      return !dialect.appliesSiblingsOfReferences
        || !node.members.contains { member in
          guard let keyword = Keyword(key: member.keyNode), keyword != .reference else {
            return false
          }
          return keyword.constrains
        }
    }
  }
}

/// The dialect of a schema, and the keywords that not every dialect has.
extension SchemaCompiler {
  /// Returns whether what the keywords mean is known.
  private mutating func readDialect(_ node: JSONNode, into rules: inout SchemaRuleSet) -> Bool {
    let choice = references.dialect(of: node)
    dialect = choice.dialect
    laterKeywords = [:]
    reference = nil
    prefixItems = nil
    if references.dependOnDynamicScope { rules.resource = references.resource(of: node) }
    if case .unknown(let name) = choice {
      note("$schema", node, "the dialect \(ValueText.quoted(name)) is not known", in: &rules)
      return false
    }
    for member in node.members {
      guard let keyword = Keyword(key: member.keyNode) else { continue }
      if keyword == .reference { reference = member.value }
      guard keyword.isLaterRule else { continue }
      if keyword == .prefixItems { prefixItems = member.value }
      let rule = ValidationRule(rawValue: keyword.word)
      if case .named(let dialect) = choice, !dialect.has(keyword) {
        note(rule, member.value, "\(dialect), its dialect, doesn't have the keyword", in: &rules)
      } else if !keyword.value.takes(member.value.kind) {
        note(rule, member.value, "expected \(keyword.value.expectation)", in: &rules)
      } else {
        laterKeywords[keyword] = member.value
      }
    }
    return true
  }

  private mutating func readUnevaluated(into rules: inout SchemaRuleSet) {
    let unevaluated = UnevaluatedCheck(
      properties: laterKeywords[.unevaluatedProperties].map { number(of: $0) },
      items: laterKeywords[.unevaluatedItems].map { number(of: $0) })
    if unevaluated.properties != nil || unevaluated.items != nil {
      rules.unevaluated = unevaluated
    }
  }
}

/// Values of keywords. One that is not as it must be constrains nothing, and is told.
extension SchemaCompiler {
  mutating func number(
    _ keyword: Keyword, _ node: JSONNode, _ rules: inout SchemaRuleSet
  ) -> JSONNumber? {
    guard let value = node[keyword] else { return nil }
    if let number = value.number { return number }
    note(ValidationRule(rawValue: keyword.word), value, "the bound isn't a number", in: &rules)
    return nil
  }

  /// A count beyond all integers is as good as the largest.
  mutating func count(
    _ keyword: Keyword, _ node: JSONNode, _ rules: inout SchemaRuleSet
  ) -> Int? {
    guard let value = node[keyword] else { return nil }
    return count(keyword, in: value, &rules)
  }

  mutating func count(
    _ keyword: Keyword, in value: JSONNode, _ rules: inout SchemaRuleSet
  ) -> Int? {
    guard let decimal = value.number?.decimal, decimal.isInteger, !decimal.isNegative else {
      note(
        ValidationRule(rawValue: keyword.word), value, "the bound isn't a whole number", in: &rules)
      return nil
    }
    return decimal.int ?? .max
  }

  mutating func schema(
    _ keyword: Keyword, _ node: JSONNode
  ) -> Int? {
    node[keyword].map { number(of: $0) }
  }

  mutating func pattern(
    _ text: String, at node: JSONNode, _ rule: ValidationRule, _ rules: inout SchemaRuleSet
  ) -> Pattern? {
    do {
      return try Pattern(text)
    } catch {
      note(
        rule, node, "the pattern \(ValueText.quoted(text)) is not understood: \(error)", in: &rules)
      return nil
    }
  }

  /// An array of strings.
  mutating func words(
    _ node: JSONNode, _ rule: ValidationRule, _ rules: inout SchemaRuleSet
  ) -> [String] {
    let words = node.elements.compactMap(\.string)
    if node.kind != .array || node.elements.contains(where: { $0.kind != .string }) {
      note(rule, node, "expected an array of strings", in: &rules)
    }
    return words
  }
}
