import ModelCore

/// Objects, property by property.
extension ShapeReader {
  /// - Parameter includesBranches: A Boolean value that indicates whether keys that only branches of
  ///   a union or a condition describe become properties.
  mutating func readObject(
    _ nodes: SchemaNodes, includesBranches: Bool = false, _ findings: inout Findings
  ) -> ObjectShape {
    let entries = PropertyList.read(nodes, &findings)
    let isClosed = nodes.all(.additionalProperties).contains { $0.bool == false }
    let branches =
      includesBranches && !isClosed
      ? BranchKeys(nodes, besides: Set(entries.map(\.name)), &resolver, &findings) : nil
    let others = (branches?.entries ?? []).map {
      PropertyList.Entry(name: $0.name, keyNode: $0.keyNode, schemas: [])
    }
    let required = RequiredReader.read(nodes, properties: entries + others, &findings)
    var properties: [Property] = []
    properties.reserveCapacity(entries.count)
    for entry in entries {
      properties.append(
        readProperty(entry, isRequired: required.names.contains(entry.name), &findings))
    }
    if properties.count > ObjectShape.maximumReadableCount {
      findings.add(
        .warning,
        "\(properties.count) properties take the compiler several seconds; the initializer of the "
          + "bindings takes the required ones only", at: nodes.first(.properties) ?? nodes.place,
        fix: "describe rarely used ones under an object of their own")
    }
    for entry in branches?.entries ?? [] {
      properties.append(readProperty(entry, required.names, &findings))
    }
    return ObjectShape(
      title: nodes.text(.title), description: nodes.text(.description), properties: properties,
      undescribedRequired: required.undescribed,
      isClosed: isClosed,
      keyRules: KeyRuleReader(nodes).rules, branchKeys: branches?.requiredByFirst ?? [])
  }

  /// A key that only branches describe. Its rules hold only where its branch does.
  private mutating func readProperty(
    _ entry: BranchKeys.Entry, _ required: Set<WireName>, _ findings: inout Findings
  ) -> Property {
    var property: Property?
    for schema in entry.schemas {
      let one = PropertyList.Entry(name: entry.name, keyNode: entry.keyNode, schemas: [schema])
      var next = readProperty(one, isRequired: required.contains(entry.name), &findings)
      guard let before = property else {
        property = next
        continue
      }
      if let common = before.shape.common(with: next.shape, keepsValues: entry.isBinding) {
        next.shape = common
      } else {
        findings.add(
          .warning,
          "branches of \"\(entry.keyword.word)\" describe \(ValueText.quoted(entry.name.text)) as "
            + "different types; it is carried as plain JSON", at: entry.keyNode)
        next.shape = .any
      }
      next.isNullable = before.isNullable || next.isNullable
      property = next
    }
    guard var property else {
      let one = PropertyList.Entry(name: entry.name, keyNode: entry.keyNode, schemas: [])
      return readProperty(one, isRequired: false, &findings)
    }
    property.branch = entry.keyword.word
    if !entry.isBinding {
      property.shape = property.shape.withoutRules
      property.uncheckedRules = []
      property.acceptedTypes = []
    } else if entry.schemas.count > 1 {
      property.acceptedTypes = []
    }
    return property
  }

  private mutating func readProperty(
    _ entry: PropertyList.Entry, isRequired: Bool, _ findings: inout Findings
  ) -> Property {
    let key = entry.name.text
    let node = entry.schemas.first ?? entry.keyNode
    let reading = read(entry.schemas, at: node, &findings)
    if case .any = reading.shape, !reading.isReported, node.bool == nil {
      findings.add(
        .warning, "nothing says what \(ValueText.quoted(key)) is; it is carried as plain JSON",
        at: node, fix: "give it a \"type\"")
    }
    let nesting = reading.shape.listNesting
    if nesting > ArrayShape.maximumNesting {
      findings.add(
        .warning,
        "\(nesting) lists stand in each other; bindings carry those inside the "
          + "\(ArrayShape.maximumNesting)th as plain JSON", at: node)
    }
    let nodes = reading.nodes
    MediaReader.reportMissingFormat(key, reading.shape, nodes, &findings)
    return Property(
      key: key, title: nodes.text(.title), description: nodes.text(.description),
      isRequired: isRequired, isNullable: reading.isNullable,
      isDeprecated: nodes.isSet(.deprecated), shape: reading.shape,
      defaultValue: nodes.first(.defaultValue),
      uncheckedRules: reading.uncheckedRules.withoutRepetitions, node: node,
      acceptedTypes: reading.acceptedTypes)
  }
}

extension [String] {
  /// The same words in the same order, each once.
  var withoutRepetitions: [String] {
    guard count > 1 else { return self }
    var seen: Set<WireName> = []
    return filter { seen.insert(WireName($0)).inserted }
  }
}
