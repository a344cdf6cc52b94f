import ModelCore

/// Objects, property by property.
extension ShapeReader {
  mutating func readObject(_ nodes: SchemaNodes, _ findings: inout Findings) -> ObjectShape {
    let entries = PropertyList.read(nodes, &findings)
    let isClosed = nodes.all(.additionalProperties).contains { $0.bool == false }
    let required = RequiredReader.read(nodes, properties: entries, &findings)
    var properties: [Property] = []
    properties.reserveCapacity(entries.count)
    for entry in entries {
      properties.append(
        readProperty(entry, isRequired: required.names.contains(entry.name), &findings))
    }
    return ObjectShape(
      title: nodes.text(.title), description: nodes.text(.description), properties: properties,
      undescribedRequired: required.undescribed,
      isClosed: isClosed,
      keyRules: KeyRuleReader(nodes).rules)
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
