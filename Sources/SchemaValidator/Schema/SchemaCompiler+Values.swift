@_spi(Generated) import ModelCore
import ModelSchema

/// Keywords about a value's type, about values at large, numbers, strings and media.
extension SchemaCompiler {
  mutating func readTypes(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    rules.isNullable = node[.nullable]?.bool ?? false
    guard let type = node[.type] else { return }
    let words = type.kind == .array ? Array(type.elements) : [type]
    var types: JSONTypes = []
    for word in words {
      guard let text = word.string, let known = JSONTypes(word: text) else {
        note(
          .type, word, "the type \(ValueText.shown(word)) is not known", in: &rules)
        rules.hasUnknownType = true
        continue
      }
      if types.insert(known).inserted {
        rules.typeWords.append(JSONTypes.standardWord(of: known))
      }
    }
    if rules.isNullable, !types.contains(.null) { rules.typeWords.append("null") }
    rules.types = types
  }

  mutating func readPublished(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    if let values = node[.enumeration] {
      if values.kind == .array {
        rules.known.append(KnownJSONValues(.enum, Array(values.elements)))
      } else {
        note(.enum, values, "expected an array of values", in: &rules)
      }
    }
    if let value = node[.const] { rules.known.append(KnownJSONValues(.const, [value])) }
  }

  mutating func readNumber(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    var bounds = NumberBounds(
      minimum: number(.minimum, node, &rules), maximum: number(.maximum, node, &rules))
    // Draft 4 has a boolean here, which makes the other bound an exclusive one.
    switch node[.exclusiveMinimum]?.bool {
    case nil: bounds.exclusiveMinimum = number(.exclusiveMinimum, node, &rules)
    case true?:
      bounds.exclusiveMinimum = bounds.minimum
      bounds.minimum = nil
    case false?: break
    }
    switch node[.exclusiveMaximum]?.bool {
    case nil: bounds.exclusiveMaximum = number(.exclusiveMaximum, node, &rules)
    case true?:
      bounds.exclusiveMaximum = bounds.maximum
      bounds.maximum = nil
    case false?: break
    }
    bounds.multipleOf = number(.multipleOf, node, &rules)
    if let divisor = bounds.multipleOf, divisor.decimal.isZero || divisor.decimal.isNegative {
      note(.multipleOf, node[.multipleOf] ?? node, "the divisor must be above 0", in: &rules)
      bounds.multipleOf = nil
    }
    if bounds != NumberBounds() { rules.number = NumberCheck(bounds) }
  }

  mutating func readText(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    var text = TextCheck(
      minLength: count(.minLength, node, &rules), maxLength: count(.maxLength, node, &rules))
    if let published = node[.pattern] {
      if let source = published.string {
        text.pattern = pattern(source, at: published, .pattern, &rules)
      } else {
        note(.pattern, published, "expected a string", in: &rules)
      }
    }
    if text.minLength != nil || text.maxLength != nil || text.pattern != nil { rules.text = text }
  }

  mutating func readMedia(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    var media = MediaCheck()
    media.kind = node[.format]?.string.flatMap(MediaKind.init(format:))
    if let items = node[.items] {
      let format = resolved(items)[.format]?.string
      if format.flatMap(MediaKind.init(format:)) != nil { media.kind = nil }
    } else {
      media.holdsNothingElse = media.kind != nil
    }
    for entry in node[.validations].map({ Array($0.elements) }) ?? [] {
      guard let name = entry["validation_rule"]?.string else {
        note("validations", entry, "the entry names no rule", in: &rules)
        continue
      }
      let rule = ValidationRule(rawValue: name)
      media.fileRules.append(rule)
      let known = MediaRule(name, 0)
      if known.quantity == nil || known.comparison == nil {
        note(rule, entry, "the rule is not known")
      }
    }
    if media.kind != nil || !media.fileRules.isEmpty { rules.media = media }
  }

  /// Returns the schema that a schema with a `$ref` refers to.
  private func resolved(_ node: JSONNode) -> JSONNode {
    guard let reference = node[.reference]?.string else { return node }
    return (try? references.target(of: reference, in: node)) ?? node
  }
}

extension KnownJSONValues {
  init(_ rule: ValidationRule, _ values: [JSONNode]) {
    self.rule = rule
    self.values = values
    strings = WordTable(values.compactMap(\.string))
    numbers = values.compactMap(\.number)
    quickNumbers = numbers.compactMap { QuickNumber($0) }
    others = values.filter { $0.kind != .string && $0.kind != .number }.map(JSONValue.init)
  }
}

extension NumberCheck {
  init(_ bounds: NumberBounds) {
    self.bounds = bounds
    lowerIsExclusive = bounds.minimum == nil
    upperIsExclusive = bounds.maximum == nil
    lower = (bounds.minimum ?? bounds.exclusiveMinimum).flatMap(QuickNumber.init)
    upper = (bounds.maximum ?? bounds.exclusiveMaximum).flatMap(QuickNumber.init)
    divisor = bounds.multipleOf.flatMap(QuickNumber.init)
    // Two lower or two upper bounds are too odd to be worth a quick way.
    let published = [
      bounds.minimum, bounds.exclusiveMinimum, bounds.maximum, bounds.exclusiveMaximum,
      bounds.multipleOf,
    ].compactMap { $0 }
    isQuick = [lower, upper, divisor].compactMap { $0 }.count == published.count
  }
}
