@_spi(Generated) import ModelCore
import ModelGenerator
import ModelSchema

/// The Swift call of a model, with its required parameters filled in: it compiles as it stands.
enum SwiftCall {
  static func text(_ model: Model, _ path: TypePath, _ table: NameTable) -> [String] {
    let arguments = arguments(model.input, table)
    let oneLine = "\(path.dotted)(\(arguments.joined(separator: ", ")))"
    if oneLine.count <= 90 || arguments.isEmpty { return [oneLine] }
    let list = arguments.enumerated().map { index, argument in
      "  " + argument + (index + 1 < arguments.count ? "," : ")")
    }
    return ["\(path.dotted)("] + list
  }

  /// In the order of the initializer.
  private static func arguments(_ object: ObjectShape, _ table: NameTable) -> [String] {
    let chosen = keys(of: object)
    let all = zip(object.properties, table.rows).filter { property, _ in
      property.isRequired && !property.isNullable || chosen.contains(WireName(property.key))
    }
    let ordered = all.filter { !$0.1.isOptional } + all.filter(\.1.isOptional)
    let described = ordered.map { property, row in
      "\(label(row.identifier)): \(value(property, row))"
    }
    let known = Set(object.properties.map { WireName($0.key) })
    let others =
      object.undescribedRequired
      + chosen.subtracting(known).sorted().map(\.text).filter {
        !object.undescribedRequired.contains($0)
      }
    let extras = others.map { "\(quoted($0)): \"…\"" }
    return described
      + (extras.isEmpty ? [] : ["extraFields: [\(extras.joined(separator: ", "))]"])
  }

  /// Keys that the rules about the object ask for beside those that are always required.
  private static func keys(of object: ObjectShape) -> Set<WireName> {
    let required = Set(
      object.properties.filter(\.isRequired).map { WireName($0.key) }
        + object.undescribedRequired.map { WireName($0) })
    var chosen = Set(object.branchKeys.map { WireName($0) }).subtracting(required)
    for rule in object.keyRules {
      guard case .condition(.any(let conditions)) = rule.requirement else {
        if case .condition(.one(let conditions)) = rule.requirement {
          chosen.formUnion(choice(conditions, besides: required.union(chosen)))
        }
        continue
      }
      chosen.formUnion(choice(conditions, besides: required.union(chosen)))
    }
    for case .beside(let key, let keys) in object.keyRules.map(\.requirement)
    where required.union(chosen).contains(WireName(key)) {
      chosen.formUnion(keys.map { WireName($0) })
    }
    for case .minimum(let count) in object.keyRules.map(\.requirement) {
      let free = object.properties.map { WireName($0.key) }
        .filter { !required.union(chosen).contains($0) }
      chosen.formUnion(free.prefix(max(0, count - required.union(chosen).count)))
    }
    return chosen
  }

  /// The keys of the first condition, unless another one holds already.
  private static func choice(
    _ conditions: [KeyRule.Condition], besides present: Set<WireName>
  ) -> Set<WireName> {
    let sets = conditions.compactMap { condition -> Set<WireName>? in
      guard case .keys(let keys) = condition else { return nil }
      return Set(keys.map { WireName($0) })
    }
    return sets.contains { $0.isSubset(of: present) } ? [] : sets.first ?? []
  }

  /// A label needs fewer backticks than a name.
  private static func label(_ identifier: String) -> String {
    let name = identifier.filter { $0 != "`" }
    return ["inout", "var", "let"].contains(name) ? identifier : name
  }

  private static func value(_ property: Property, _ row: NameTable.Row) -> String {
    guard case .any = property.shape else {
      return value(property.shape, property.defaultValue, row)
    }
    if let sample = property.defaultValue { return SwiftCall.json(JSONValue(sample)) }
    return SwiftCall.json(sample(of: property.node, property.acceptedTypes))
  }

  /// A value of plain JSON that its schema accepts, as far as that is easy to find.
  private static func sample(of schema: JSONNode, _ types: JSONTypes) -> JSONValue {
    if let value = schema[.const] ?? schema[.enumeration]?.elements.first(where: { _ in true }) {
      return JSONValue(value)
    }
    let branches = (schema[.oneOf] ?? schema[.anyOf]).map { Array($0.elements) } ?? []
    if types.isEmpty, let branch = branches.first {
      return sample(of: branch, branch[.type]?.string.flatMap { JSONTypes(word: $0) } ?? [])
    }
    if types.contains(.string) { return "…" }
    if types.contains(.integer) || types.contains(.number) { return 1 }
    if types.contains(.boolean) { return true }
    if types.contains(.array) { return [] }
    return types.contains(.object) ? [:] : nil
  }

  /// The literal of a JSON value.
  private static func json(_ value: JSONValue) -> String {
    if let text = value.string { return quoted(text) }
    if let items = value.array { return "[" + items.map(json).joined(separator: ", ") + "]" }
    if let object = value.object {
      if object.isEmpty { return "[:]" }
      let members = object.members.map { "\(quoted($0.key)): \(json($0.value))" }
      return "[" + members.joined(separator: ", ") + "]"
    }
    return value.kind == .null ? "nil" : value.description
  }

  /// The default as a literal where it is of the right kind, or something that is.
  private static func value(_ shape: Shape, _ sample: JSONNode?, _ row: NameTable.Row) -> String {
    switch shape {
    case .string(let rules): return quoted(text(sample, rules))
    case .media: return quoted(nonEmpty(sample) ?? "https://example.com/file")
    case .knownValues: return published(sample, row, count: 1)[0]
    case .array(let array): return "[\(items(array, sample, row).joined(separator: ", "))]"
    case .boolean: return sample?.bool == false ? "false" : "true"
    case .integer(let rules): return integer(sample, rules)
    case .number(let rules): return number(sample, rules)
    case .object(let object):
      return ".init(\(arguments(object, NameTable(of: object)).joined(separator: ", ")))"
    case .recursive: return ".init()"
    case .anyObject: return "[:]"
    case .any: return sample.map { json(JSONValue($0)) } ?? "nil"
    }
  }

  /// A text as long as it must be, within reason.
  private static func text(_ sample: JSONNode?, _ rules: StringRules) -> String {
    if let text = nonEmpty(sample) { return text }
    return String(repeating: "…", count: min(max(rules.minLength ?? 1, 1), 80))
  }

  private static func integer(_ sample: JSONNode?, _ rules: NumberRules) -> String {
    if let value = sample?.number?.int { return String(value) }
    let bounds = rules.bounds
    let above = bounds.exclusiveMinimum?.int.map { $0 < .max ? $0 + 1 : $0 }
    let below = bounds.exclusiveMaximum?.int.map { $0 > .min ? $0 - 1 : $0 }
    let least = rules.enumeratedRange?.lowerBound ?? bounds.minimum?.int ?? above
    guard let divisor = bounds.multipleOf?.int, divisor > 1 else {
      return String(least ?? bounds.maximum?.int ?? below ?? 1)
    }
    // The least multiple that isn't too small.
    let start = least ?? divisor
    let rest = start % divisor
    return String(rest == 0 ? start : start + (rest > 0 ? divisor - rest : -rest))
  }

  private static func number(_ sample: JSONNode?, _ rules: NumberRules) -> String {
    let bounds = rules.bounds
    let multiple = bounds.minimum == nil && bounds.maximum == nil ? bounds.multipleOf : nil
    let candidates = [sample?.number, multiple, bounds.minimum, bounds.maximum]
    if let value = candidates.compactMap({ $0 }).first(where: { $0.double.isFinite }) {
      return value.int.map { String($0) } ?? value.double.description
    }
    switch (bounds.exclusiveMinimum?.double, bounds.exclusiveMaximum?.double) {
    case (let low?, let high?): return ((low + high) / 2).description
    case (let low?, nil): return (low + 1).description
    case (nil, let high?): return (high - 1).description
    case (nil, nil): return "1"
    }
  }

  /// As many items as there must be, within reason; there is room for one in every array.
  private static func items(
    _ array: ArrayShape, _ sample: JSONNode?, _ row: NameTable.Row
  ) -> [String] {
    if array.item.isRecursive { return [] }
    let count = min(max(array.minItems ?? 1, 1), 8)
    if case .knownValues = array.item { return published(nil, row, count: count) }
    let first = sample?.elements.first { _ in true }
    if array.uniqueItems, count > 1 { return distinct(array.item, row, count: count) }
    return [String](repeating: value(array.item, first, row), count: count)
  }

  /// Items that differ, where the kind of item makes that easy.
  private static func distinct(_ item: Shape, _ row: NameTable.Row, count: Int) -> [String] {
    (1...count).map { index in
      switch item {
      case .string(let rules): quoted(text(nil, rules) + String(index))
      case .media: quoted("https://example.com/file\(index)")
      case .integer(let rules): String((Int(integer(nil, rules)) ?? 0) + index - 1)
      default: value(item, nil, row)
      }
    }
  }

  private static func published(_ sample: JSONNode?, _ row: NameTable.Row, count: Int) -> [String] {
    let text = sample?.string ?? sample?.text
    let chosen = row.values.filter { $0.value == text }
    let members = (chosen.isEmpty ? row.values : chosen).prefix(count).map { "." + $0.member }
    return members.isEmpty ? ["\"…\""] : Array(members)
  }

  private static func nonEmpty(_ node: JSONNode?) -> String? {
    node?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func quoted(_ text: String) -> String { SwiftText.literal(text) }
}
