import ModelCore

/// Arrays, and what stands in them.
extension ShapeReader {
  mutating func readArray(into reading: inout Reading, _ findings: inout Findings) {
    let nodes = reading.nodes
    var array = RuleReader.arrayRules(nodes, &findings)
    let outerKind = MediaReader.kind(nodes)
    var rules = MediaRuleReader.Result()
    // Where `prefixItems` stands, `items` is about those behind them.
    let items = nodes.has(.prefixItems) ? [] : nodes.all(.items)
    if nodes.has(.prefixItems), nodes.has(.items) {
      reading.uncheckedRules.append(Keyword.items.word)
    }
    if let list = items.first(where: { $0.elements.contains { _ in true } }) {
      findings.add(
        .warning, "bindings don't tell items apart by their place; each is plain JSON", at: list,
        fix: "give one schema for all items")
      reading.uncheckedRules.append(Keyword.items.word)
    } else if let place = items.first {
      let item = read(items, at: place, &findings)
      array.item = item.shape
      array.itemIsNullable = item.isNullable
      reading.uncheckedRules += item.uncheckedRules
      if !item.acceptedTypes.isEmpty { reading.uncheckedRules.append(Keyword.type.word) }
      if case .any = item.shape, outerKind == nil, !item.isReported, place.bool == nil {
        findings.add(
          .warning, "nothing says what the items are; each is plain JSON", at: place,
          fix: "give them a \"type\"")
      }
    } else if outerKind == nil, !nodes.has(.prefixItems) {
      findings.add(
        .warning, "nothing says what the items are; each is plain JSON", at: nodes.place,
        fix: "describe them under \"items\"")
    }
    switch (array.item, outerKind) {
    case (.media(var media), _):
      rules = MediaRuleReader.read(nodes, &findings)
      media.rules += rules.rules
      array.item = .media(media)
    case (.string(let own), let kind?):
      rules = MediaRuleReader.read(nodes, &findings)
      array.item = .media(MediaShape(kind: kind, rules: rules.rules))
      if own.minLength != nil || own.maxLength != nil || own.pattern != nil {
        reading.uncheckedRules.append(Keyword.items.word)
      }
    case (.any, let kind?):
      rules = MediaRuleReader.read(nodes, &findings)
      array.item = .media(MediaShape(kind: kind, rules: rules.rules))
    default: break
    }
    reading.uncheckedRules += rules.uncheckedRules
    reading.shape = .array(array)
  }
}
