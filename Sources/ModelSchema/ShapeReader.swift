import ModelCore

/// Interprets a schema as the shape of a Swift value.
///
/// What can't be said in Swift becomes ``Shape/any`` with a warning: a model is never refused for
/// one property, and no property is dropped.
struct ShapeReader {
  /// A shape, and what goes with it.
  struct Reading {
    var shape: Shape
    var nodes: SchemaNodes
    var isNullable: Bool
    /// Rules that the bindings can't check.
    var uncheckedRules: [String] = []
    /// A Boolean value that indicates whether a finding already explains that the shape is plain
    /// JSON.
    var isReported = false
    /// The types that plain JSON may have, if the schema names several.
    var types: JSONTypes = []

    var acceptedTypes: JSONTypes {
      guard case .any = shape, !types.isEmpty else { return [] }
      return isNullable ? types.union(.null) : types
    }
  }

  var resolver: SchemaResolver
  /// The positions of the schemas being read, to detect recursion.
  var open: Set<Int> = []
  var definitions = Definitions()
  private var depth = 0

  /// Types nested deeper would be of no use to anybody, and the stack has an end.
  private static var maximumDepth: Int { 64 }

  /// - Parameter root: What `#` means in a reference.
  init(root: JSONNode) { resolver = SchemaResolver(root: root) }

  /// The schema of a request body, which must describe an object.
  mutating func readInput(
    _ node: JSONNode, _ findings: inout Findings
  ) -> (object: ObjectShape, uncheckedRules: [String])? {
    guard case .object = node.kind else {
      let kind = ValueText.withArticle(node.kind.description)
      findings.add(.error, "the input must be a schema, not \(kind)", at: node)
      return nil
    }
    let nodes = resolver.resolve([node], at: node, &findings)
    if let named = TypeReader.named(nodes, &findings), !named.contains(.object) {
      findings.add(
        .error, "the input must describe an object, since a request body is one",
        at: nodes.first(.type) ?? node, fix: "set \"type\": \"object\"")
      return nil
    }
    open = Set(nodes.parts.map(\.node.start))
    if nodes.followsReference { resolver.openReferences += 1 }
    let unchecked = readRootRules(nodes, &findings)
    let object = readObject(nodes, includesBranches: true, &findings)
    if object.properties.isEmpty, !nodes.has(.properties), !nodes.isUnusable {
      findings.add(
        .warning, "the input describes no properties; every field must go through extraFields",
        at: node, fix: "describe the fields under \"properties\"")
    }
    return (object, unchecked)
  }

  /// Reports the rules of the body as a whole that bindings can't check, and returns their words.
  private func readRootRules(_ nodes: SchemaNodes, _ findings: inout Findings) -> [String] {
    let keyRules = KeyRuleReader(nodes)
    var unchecked = nodes.reportUnchecked(besides: keyRules.checked, &findings)
    for union in nodes.unions where !keyRules.checkedUnions.contains(union.list.start) {
      UnionReader.report(union, hasType: true, &findings)
      unchecked.append(union.keyword.word)
    }
    for keyword in [Keyword.enumeration, .const] {
      guard let node = nodes.first(keyword) else { continue }
      findings.add(
        .warning, "bindings don't check \"\(keyword.word)\" of the input as a whole", at: node,
        fix: "`modelgen validate` does")
      unchecked.append(keyword.word)
    }
    if nodes.hasUnknownReference { unchecked.append(Keyword.reference.word) }
    return unchecked.withoutRepetitions
  }

  /// The rules of a schema that is carried as plain JSON without being read.
  private func unreadRules(_ nodes: SchemaNodes, _ findings: inout Findings) -> [String] {
    _ = nodes.reportUnchecked(&findings)
    if nodes.place.bool == nil, nodes.place.kind != .object { return [] }
    var words = nodes.parts.flatMap(\.constraints)
      .filter { $0 != .nullable && $0 != .allOf && $0 != .reference }.map(\.word)
    if nodes.place.bool == false {
      words.append("false")
    } else if nodes.followsReference || nodes.has(.reference) || words.isEmpty {
      words.append(Keyword.reference.word)
    }
    return words
  }

  /// Any schema.
  mutating func read(_ node: JSONNode, _ findings: inout Findings) -> Reading {
    read([node], at: node, &findings)
  }

  /// Reads the combination of several schemas.
  mutating func read(
    _ schemas: [JSONNode], at place: JSONNode, _ findings: inout Findings
  ) -> Reading {
    if let reading = readReference(schemas, at: place, &findings) { return reading }
    let nodes = resolver.resolve(schemas, at: place, &findings)
    var reading = Reading(shape: .any, nodes: nodes, isNullable: nodes.isNullable, isReported: true)
    if nodes.isUnusable || resolver.isExhausted {
      reading.uncheckedRules = unreadRules(nodes, &findings)
      return reading
    }
    let starts = nodes.parts.map(\.node.start)
    if nodes.followsReference, !open.isDisjoint(with: starts) {
      findings.add(
        .warning, "this schema holds itself; it is carried as plain JSON from here", at: place)
      reading.uncheckedRules = unreadRules(nodes, &findings)
      return reading
    }
    guard depth < ShapeReader.maximumDepth else {
      findings.add(
        .warning,
        "schemas are nested more than \(ShapeReader.maximumDepth) deep; this one is carried as "
          + "plain JSON", at: place)
      reading.uncheckedRules = unreadRules(nodes, &findings)
      return reading
    }
    open.formUnion(starts)
    depth += 1
    if nodes.followsReference { resolver.openReferences += 1 }
    reading.isReported = false
    readShape(into: &reading, &findings)
    let checked =
      if case .object = reading.shape { KeyRuleReader(nodes).checked } else { UInt64(0) }
    reading.uncheckedRules += nodes.reportUnchecked(besides: checked, &findings)
    if nodes.hasUnknownReference { reading.uncheckedRules.append(Keyword.reference.word) }
    if nodes.followsReference { resolver.openReferences -= 1 }
    depth -= 1
    open.subtract(starts)
    return reading
  }

  private mutating func readShape(into reading: inout Reading, _ findings: inout Findings) {
    let nodes = reading.nodes
    var type = TypeReader.read(nodes, &findings)
    reading.isNullable = reading.isNullable || type.allowsNull
    reading.isReported = type.isReported
    var unions = UnionReader.resolve(nodes.unions, &resolver, &findings)
    let values = UnionReader.takeValues(nodes, &unions)
    if let published = EnumReader.read(values, type: type, nodes, &findings) {
      reading.isNullable = reading.isNullable || published.allowsNull
      reading.isReported = reading.isReported || published.isReported
      reading.shape = published.shape
      reading.uncheckedRules += published.uncheckedRules
    } else {
      if !unions.isEmpty, type.types.isEmpty {
        let common = UnionReader.commonType(unions, &findings)
        type.types = common.types
        reading.isNullable = reading.isNullable || common.allowsNull
        reading.isReported = true
      }
      if let single = type.single {
        readShape(single, into: &reading, &findings)
      } else {
        reading.uncheckedRules += TypedKeywords.all.present(in: nodes)
        reading.types = type.allowsNull ? type.types.union(.null) : type.types
        if reading.types.isEmpty, !type.isInferred {
          reading.uncheckedRules.append(Keyword.type.word)
        }
      }
    }
    let hasType = type.single != nil || type.isReported
    let keyRules =
      if case .object = reading.shape { KeyRuleReader(nodes).checkedUnions } else { Set<Int>() }
    for union in unions where !keyRules.contains(union.union.list.start) {
      UnionReader.report(union.union, hasType: hasType, &findings)
      reading.uncheckedRules.append(union.union.keyword.word)
    }
    if let single = type.single { TypedKeywords.reportOthers(than: single, nodes, &findings) }
    if !reading.shape.isMedia {
      reading.uncheckedRules += MediaRuleReader.misplaced(nodes, &findings)
    }
  }

  private mutating func readShape(
    _ type: JSONTypes, into reading: inout Reading, _ findings: inout Findings
  ) {
    let nodes = reading.nodes
    switch type {
    case .string:
      guard let kind = MediaReader.kind(nodes) else {
        reading.shape = .string(RuleReader.stringRules(nodes, &findings))
        return
      }
      let rules = MediaRuleReader.read(nodes, &findings)
      reading.shape = .media(MediaShape(kind: kind, rules: rules.rules))
      reading.uncheckedRules += rules.uncheckedRules + TypedKeywords.string.present(in: nodes)
    case .boolean: reading.shape = .boolean
    case .integer, .number:
      let result = NumberRuleReader.read(nodes, &findings)
      if type == .integer {
        NumberRuleReader.reportUnreachable(result.rules.bounds, nodes, &findings)
      }
      reading.shape = type == .integer ? .integer(result.rules) : .number(result.rules)
      reading.uncheckedRules += result.uncheckedRules
    case .array: readArray(into: &reading, &findings)
    case .object:
      let object = readObject(nodes, &findings)
      let isUndescribed = object.properties.isEmpty && object.undescribedRequired.isEmpty
      reading.shape = isUndescribed ? .anyObject : .object(object)
      if isUndescribed, object.isClosed {
        reading.uncheckedRules.append(Keyword.additionalProperties.word)
      }
    default: break
    }
  }
}
