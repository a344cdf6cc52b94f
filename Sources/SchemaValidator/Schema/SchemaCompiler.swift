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
    while failure == nil, let reference = target[.reference]?.string {
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
      readTypes(node, into: &rules)
      readPublished(node, into: &rules)
      readNumber(node, into: &rules)
      readText(node, into: &rules)
      readMedia(node, into: &rules)
      readArray(node, into: &rules)
      readObject(node, into: &rules)
      readForms(node, into: &rules)
      noteUnsupported(node, into: &rules)
    default:
      note("schema", node, "a schema must be an object, true or false", in: &rules)
    }
    return rules
  }

  /// A `$ref` overrides all that stands beside it: a rule there is probably meant to count.
  private mutating func noteOverridden(beside reference: JSONNode) {
    guard followed.insert(reference.byteRange.lowerBound).inserted else { return }
    for member in reference.members {
      guard let keyword = Keyword(member.key), keyword.constrains, keyword != .reference else {
        continue
      }
      note(
        ValidationRule(rawValue: keyword.word), member.value,
        "the $ref beside it overrides it; put both into allOf")
    }
  }

  /// Keywords of later drafts that ask something of a value: ignoring them would accept too much.
  private mutating func noteUnsupported(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    for member in node.members {
      guard let keyword = Keyword(member.key), keyword.validation == .unchecked else { continue }
      note(
        ValidationRule(rawValue: keyword.word), member.value,
        "keywords of \(keyword.origin.rawValue) aren't supported", in: &rules)
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
