import JSONTree

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
  }

  private var resolver: SchemaResolver
  /// Where the schemas being read begin, from the outermost in, to notice one that holds itself.
  private var open: Set<Int> = []

  /// - Parameter root: What `#` means in a reference.
  init(root: JSONNode) { resolver = SchemaResolver(root: root) }

  /// The schema of a request body, which must describe an object.
  mutating func readInput(_ node: JSONNode, _ findings: inout Findings) -> ObjectShape? {
    guard node.kind == .object else {
      findings.add(.error, "the input must be a schema, not a \(node.kind)", at: node)
      return nil
    }
    let nodes = resolver.resolve(node, &findings)
    if let type = nodes.first("type"), !TypeReader.allows("object", type) {
      findings.add(
        .error, "the input must describe an object, since a request body is one", at: type,
        fix: "set \"type\": \"object\"")
      return nil
    }
    var unchecked = lint(nodes, &findings)
    if !nodes.alternatives.isEmpty { unchecked += reportAlternatives(nodes, &findings) }
    return readObject(nodes, &findings)
  }

  /// Any schema.
  mutating func read(_ node: JSONNode, _ findings: inout Findings) -> Reading {
    let nodes = resolver.resolve(node, &findings)
    guard node.kind == .object else {
      if node.kind != .bool {
        findings.add(.warning, "a schema must stand here, not a \(node.kind)", at: node)
      }
      return Reading(shape: .any, nodes: nodes, isNullable: false)
    }
    let starts = nodes.nodes.map(\.byteRange.lowerBound)
    guard resolver.budget > 0, open.isDisjoint(with: starts) else {
      findings.add(
        .warning, "this schema holds itself; it is carried as plain JSON from here", at: node)
      return Reading(shape: .any, nodes: nodes, isNullable: nodes.isNullable)
    }
    open.formUnion(starts)
    defer { open.subtract(starts) }
    let unchecked = lint(nodes, &findings)
    var reading = readShape(nodes, &findings)
    reading.uncheckedRules += unchecked
    return reading
  }

  private mutating func readShape(_ nodes: SchemaNodes, _ findings: inout Findings) -> Reading {
    let type = TypeReader.read(nodes, &findings)
    var reading = Reading(
      shape: .any, nodes: nodes, isNullable: nodes.isNullable || type.allowsNull)
    if let published = EnumReader.read(nodes, type: type.word, &findings) {
      reading.isNullable = reading.isNullable || published.allowsNull
      reading.shape = published.shape
      return reading
    }
    if !nodes.alternatives.isEmpty {
      reading.uncheckedRules = reportAlternatives(nodes, &findings)
      if type.word == nil || type.isInferred { return reading }
    }
    reading.shape = shape(type.word, nodes, &findings)
    MediaReader.reportMisplacedRules(nodes, shape: reading.shape, &findings)
    return reading
  }

  private mutating func shape(
    _ type: String?, _ nodes: SchemaNodes, _ findings: inout Findings
  ) -> Shape {
    switch type {
    case "string":
      if let kind = MediaReader.kind(nodes) {
        return .media(MediaShape(kind: kind, rules: MediaReader.rules(nodes, &findings)))
      }
      return .string(RuleReader.stringRules(nodes, &findings))
    case "boolean": return .boolean
    case "integer": return .integer(RuleReader.numberRules(nodes, &findings))
    case "number": return .number(RuleReader.numberRules(nodes, &findings))
    case "array": return .array(readArray(nodes, &findings))
    case "object":
      let object = readObject(nodes, &findings)
      return object.properties.isEmpty && object.undescribedRequired.isEmpty
        ? .anyObject : .object(object)
    default: return .any
    }
  }

  private mutating func readArray(_ nodes: SchemaNodes, _ findings: inout Findings) -> ArrayShape {
    var array = RuleReader.arrayRules(nodes, &findings)
    let outerKind = MediaReader.kind(nodes)
    guard let items = nodes.first("items") else {
      if let outerKind {
        array.item = .media(MediaShape(kind: outerKind, rules: MediaReader.rules(nodes, &findings)))
      }
      return array
    }
    guard items.kind != .array else {
      findings.add(.warning, "a list of item schemas is carried as plain JSON", at: items)
      return array
    }
    let item = read(items, &findings)
    array.item = item.shape
    array.itemIsNullable = item.isNullable
    switch (item.shape, outerKind) {
    case (.media(var media), _):
      media.rules += MediaReader.rules(nodes, &findings)
      array.item = .media(media)
    case (.string, let kind?), (.any, let kind?):
      array.item = .media(MediaShape(kind: kind, rules: MediaReader.rules(nodes, &findings)))
    default: break
    }
    return array
  }

  private mutating func readObject(_ nodes: SchemaNodes, _ findings: inout Findings) -> ObjectShape
  {
    let required = RequiredReader.names(nodes, &findings)
    var properties: [Property] = []
    var taken: Set<WireName> = []
    for list in nodes.all("properties") {
      guard list.kind == .object else {
        findings.add(.warning, "\"properties\" must be an object", at: list)
        continue
      }
      for member in list.members where taken.insert(WireName(member.key)).inserted {
        // The value that lookups find: the last, where a key stands twice.
        let node = list[member.key] ?? member.value
        properties.append(readProperty(member.key, node, required: required, &findings))
      }
    }
    KeyLint.check(properties, &findings)
    return ObjectShape(
      title: nodes.first("title")?.string ?? "",
      description: nodes.first("description")?.string ?? "", properties: properties,
      undescribedRequired: required.filter { !taken.contains($0) }.map(\.text),
      isClosed: nodes.first("additionalProperties")?.bool == false)
  }

  private mutating func readProperty(
    _ key: String, _ node: JSONNode, required: [WireName], _ findings: inout Findings
  ) -> Property {
    let reading = read(node, &findings)
    if case .any = reading.shape, node.kind == .object {
      findings.add(
        .warning, "\"\(key)\" has no type that Swift can express; it is carried as plain JSON",
        at: node)
    }
    MediaReader.reportMissingFormat(key, reading, at: node, &findings)
    let nodes = reading.nodes
    return Property(
      key: key, title: nodes.first("title")?.string ?? "",
      description: nodes.first("description")?.string ?? "",
      isRequired: required.contains(WireName(key)), isNullable: reading.isNullable,
      isDeprecated: nodes.first("deprecated")?.bool ?? false, shape: reading.shape,
      defaultValue: nodes.first("default"), uncheckedRules: reading.uncheckedRules, node: node)
  }

  private func lint(_ nodes: SchemaNodes, _ findings: inout Findings) -> [String] {
    nodes.nodes.flatMap { KeywordLint.check($0, &findings) }
  }

  private func reportAlternatives(_ nodes: SchemaNodes, _ findings: inout Findings) -> [String] {
    for keyword in ["anyOf", "oneOf"] {
      guard let union = nodes.first(keyword) else { continue }
      findings.add(
        .warning, "bindings can't tell the branches of \"\(keyword)\" apart and don't check them",
        at: union, fix: "`modelgen validate` does")
      return [keyword]
    }
    return []
  }
}
