import ModelCore

/// Objects that a `$ref` names: one type for all places that refer to them.
extension ShapeReader {
  /// The objects that were found through references.
  struct Definitions {
    /// The reading of each, by the position of its schema.
    var readings: [Int: Reading] = [:]
    /// Those that are being read.
    var open: [Int: Definition] = [:]
    /// Those that refer to themselves.
    var recursive: Set<Int> = []
    /// The number of schemas that each stands for.
    var costs: [Int: Int] = [:]
  }

  /// Reads a schema that is nothing but a reference to an object, with annotations of its own.
  ///
  /// - Returns: `nil` for any other schema.
  mutating func readReference(
    _ schemas: [JSONNode], at place: JSONNode, _ findings: inout Findings
  ) -> Reading? {
    guard schemas.count == 1, let reference = resolver.reference(schemas[0], &findings),
      ShapeReader.describesProperties(reference.target)
    else { return nil }
    let target = reference.target
    var nodes = SchemaNodes(place: place)
    for node in reference.annotations { nodes.add(SchemaNode(node, &findings)) }
    if let definition = definitions.open[target.start] {
      definitions.recursive.insert(target.start)
      return Reading(
        shape: .recursive(definition), nodes: nodes, isNullable: reference.isNullable)
    }
    guard var reading = readDefinition(target, &findings),
      case .object(let object) = reading.shape, object.definition != nil
    else { return nil }
    for part in reading.nodes.parts { nodes.add(part) }
    reading.nodes = nodes
    reading.isNullable = reading.isNullable || reference.isNullable
    return reading
  }

  private mutating func readDefinition(
    _ target: JSONNode, _ findings: inout Findings
  ) -> Reading? {
    let start = target.start
    if let known = definitions.readings[start] {
      return resolver.spend(definitions.costs[start] ?? 0) ? known : nil
    }
    let definition = Definition(target)
    definitions.open[start] = definition
    let budget = resolver.budget
    let enclosing = open
    open = []
    resolver.openReferences += 1
    var reading = read([target], at: target, &findings)
    resolver.openReferences -= 1
    open = enclosing
    definitions.open[start] = nil
    if case .object(var object) = reading.shape {
      object.definition = definition
      reading.shape = .object(object)
    } else if definitions.recursive.contains(start) {
      reading.shape = .object(ObjectShape(definition: definition))
    }
    definitions.readings[start] = reading
    definitions.costs[start] = budget - resolver.budget
    return reading
  }

  /// Returns a Boolean value that indicates whether a schema is an object with properties, as far as
  /// its own keywords tell.
  private static func describesProperties(_ node: JSONNode) -> Bool {
    guard node[.enumeration] == nil, node[.const] == nil else { return false }
    if let type = node[.type], type.string.map({ $0 != "object" }) ?? (type.kind != .array) {
      return false
    }
    if node[.properties]?.members.contains(where: { _ in true }) == true { return true }
    return node[.allOf]?.elements.contains(where: describesProperties) == true
  }
}

extension ObjectShape {
  /// An object of which nothing is known but that others refer to it.
  fileprivate init(definition: Definition) {
    self.init(
      title: "", description: "", properties: [], undescribedRequired: [], isClosed: false,
      definition: definition)
  }
}

extension SchemaResolver {
  /// A schema that is a reference and nothing else.
  struct Reference {
    let target: JSONNode
    /// The schemas on the way to the target, which only annotate it.
    var annotations: [JSONNode] = []
    var isNullable = false
  }

  /// Follows a schema that is nothing but a reference, beside annotations: a `$ref`, a list of one in
  /// `allOf`, or one or null in `anyOf` or `oneOf`.
  mutating func reference(_ schema: JSONNode, _ findings: inout Findings) -> Reference? {
    var (node, found): (JSONNode, Reference?) = (schema, nil)
    var annotations: [JSONNode] = []
    var isNullable = false
    var visited: Set<Int> = []
    while visited.insert(node.start).inserted, let step = step(from: node, &findings) {
      annotations.append(node)
      isNullable = isNullable || step.isNullable
      node = step.next
      if step.isReference {
        found = Reference(target: node, annotations: annotations, isNullable: isNullable)
      }
    }
    return found
  }

  private mutating func step(
    from node: JSONNode, _ findings: inout Findings
  ) -> (next: JSONNode, isReference: Bool, isNullable: Bool)? {
    guard node.kind == .object else { return nil }
    var found: (next: JSONNode, isReference: Bool, isNullable: Bool)?
    var isNullable = false
    for member in node.members {
      guard let keyword = Keyword(key: member.keyNode), !keyword.isAnnotation else { continue }
      var next: (next: JSONNode, isReference: Bool, isNullable: Bool)?
      switch keyword {
      case .nullable:
        isNullable = isNullable || member.value.bool == true
        continue
      case .reference:
        guard let target = target(of: member.value, in: node, &findings) else { return nil }
        next = (target, true, false)
      case .allOf, .anyOf, .oneOf:
        let branches = Array(member.value.elements)
        let others = branches.filter { !isNullOnly($0, &findings) }
        guard others.count == 1, keyword != .allOf || branches.count == 1 else { return nil }
        next = (others[0], false, branches.count > 1)
      default: return nil
      }
      guard found == nil else { return nil }
      found = next
    }
    if isNullable { found?.isNullable = true }
    return found
  }

  /// Counts schemas that were read before and are used again. Returns `false` if they are too many.
  mutating func spend(_ count: Int) -> Bool {
    let isEnough = count < budget
    budget = isEnough ? budget - count : min(budget, 1)
    return isEnough
  }
}

extension Keyword {
  /// A Boolean value that indicates whether the keyword describes a value without limiting it.
  fileprivate var isAnnotation: Bool {
    switch self {
    case .title, .description, .defaultValue, .deprecated, .example, .examples, .comment, .schema,
      .id, .anchor, .definitions, .olderDefinitions, .readOnly, .writeOnly:
      true
    default: false
    }
  }
}
