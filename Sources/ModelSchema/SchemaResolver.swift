import ModelCore

/// Follows `$ref` and `allOf`, and takes apart the unions that mean "or null".
struct SchemaResolver {
  /// The target of `#`.
  private let root: JSONNode
  /// Made when the first reference is met.
  private var references: SchemaReferences?
  /// The targets of references, by position, so that each is resolved once.
  private var targets: [Int: JSONNode] = [:]
  /// The number of schemas that may still be read through references, because they can multiply
  /// without end.
  var budget = SchemaResolver.limit
  /// The number of schemas being read that were found through references.
  var openReferences = 0

  static var limit: Int { 5_000 }

  init(root: JSONNode) { self.root = root }

  var isExhausted: Bool { budget <= 0 }

  /// Gathers what describes a value that each of `schemas` describes.
  mutating func resolve(
    _ schemas: [JSONNode], at place: JSONNode, _ findings: inout Findings
  ) -> SchemaNodes {
    var result = SchemaNodes(place: place)
    var waiting: [JSONNode] = schemas.reversed()
    var entered: Set<Int> = []
    while let node = waiting.popLast() {
      guard accept(node, &result, &findings) else { continue }
      var part = SchemaNode(node, &findings)
      if part.hasRulesBesideReference { dropOverridden(of: &part, &findings) }
      if part.hasUncheckedRules {
        part.dialect = lookup().dialect(of: node)
      }
      result.add(part)
      if let flag = part[.nullable]?.bool, flag { result.isNullable = true }
      // The last one pushed is the first one looked at.
      for keyword in [Keyword.oneOf, .anyOf] where part.has(keyword) {
        guard let list = part[keyword] else { continue }
        waiting += takeApart(list, keyword, &result, &findings)
      }
      if let list = part[.allOf] { waiting += list.elements.reversed() }
      guard let reference = part[.reference] else { continue }
      if entered.isEmpty { for schema in schemas { entered.insert(schema.start) } }
      if let target = target(of: reference, in: node, &findings) {
        result.followsReference = true
        if entered.insert(target.start).inserted { waiting.append(target) }
      } else {
        result.hasUnknownReference = true
        result.isUnusable = result.isUnusable || part.present == Keyword.reference.bit
      }
    }
    return result
  }

  /// Returns a Boolean value that indicates whether a node is an object that may be read, and
  /// reports any other node.
  private mutating func accept(
    _ node: JSONNode, _ result: inout SchemaNodes, _ findings: inout Findings
  ) -> Bool {
    switch node.kind {
    case .object:
      guard openReferences > 0 || result.followsReference else { return true }
      budget -= 1
      if budget == 0 {
        findings.add(
          .warning,
          "references multiply into more than \(SchemaResolver.limit) schemas; what follows is "
            + "carried as plain JSON", at: node, fix: "describe less, or without references")
      }
      return budget > 0
    case .bool:
      if node.bool == false {
        findings.add(
          .warning, "the schema false lets no value through; it is carried as plain JSON", at: node)
        result.isUnusable = true
      }
      return false
    default:
      let kind = ValueText.withArticle(node.kind.description)
      findings.add(
        .warning, "expected a schema, not \(kind); it is carried as plain JSON", at: node)
      result.isUnusable = true
      return false
    }
  }

  /// The branches that belong to the schema itself: the only one there is beside null.
  private mutating func takeApart(
    _ list: JSONNode, _ keyword: Keyword, _ result: inout SchemaNodes, _ findings: inout Findings
  ) -> [JSONNode] {
    var branches: [JSONNode] = []
    var allowsNull = false
    for branch in list.elements {
      if isNullOnly(branch, &findings) { allowsNull = true } else { branches.append(branch) }
    }
    if allowsNull { result.isNullable = true }
    if branches.count == 1 { return branches }
    if branches.isEmpty {
      findings.add(
        .warning,
        (allowsNull
          ? "null is the only value that fits" : "no value fits an empty \"\(keyword.word)\"")
          + "; it is carried as plain JSON", at: list)
      result.isUnusable = true
    } else {
      result.unions.append(.init(keyword: keyword, list: list, branches: branches))
    }
    return []
  }

  mutating func isNullOnly(_ node: JSONNode, _ findings: inout Findings) -> Bool {
    var node = node
    if let reference = node[.reference], let target = target(of: reference, in: node, &findings) {
      node = target
    }
    return node[.type]?.string == "null" || node[.const]?.isNull == true
  }

  /// Takes away the rules that the `$ref` beside them overrides, which full validation ignores too.
  /// Beside a reference that leads nowhere they are all that is known.
  private mutating func dropOverridden(of part: inout SchemaNode, _ findings: inout Findings) {
    let references = lookup()
    guard let reference = part[.reference]?.string,
      (try? references.target(of: reference, in: part.node)) != nil
    else {
      return
    }
    for member in references.overriddenRules(of: part.node) {
      guard let keyword = Keyword(key: member.keyNode) else { continue }
      part.drop(keyword)
      findings.add(
        .warning, "the \"$ref\" beside \"\(keyword.word)\" overrides it, as up to draft 7",
        at: member.value,
        fix: "put both into \"allOf\", or name a later dialect under \"$schema\"")
    }
  }

  private mutating func lookup() -> SchemaReferences {
    let references = references ?? SchemaReferences(root: root)
    self.references = references
    return references
  }

  mutating func target(
    of reference: JSONNode, in schema: JSONNode, _ findings: inout Findings
  ) -> JSONNode? {
    guard let text = reference.string else { return nil }
    if let known = targets[reference.start] { return known }
    do {
      let target = try lookup().target(of: text, in: schema)
      targets[reference.start] = target
      return target
    } catch {
      findings.add(
        .warning, "the reference \(error.reason)", at: reference,
        fix: "copy what it names under \"$defs\" of this schema, and refer to #/$defs/…")
      return nil
    }
  }
}

extension JSONNode {
  /// The offset of the value, which identifies it in its document.
  var start: Int { byteRange.lowerBound }
}
