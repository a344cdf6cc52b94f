import JSONTree
import SchemaRules

/// Holds a schema's own defaults and example against its rules: where they break them, one of the
/// two is wrong.
enum SampleLint {
  static func check(_ model: Model, _ findings: inout Findings) {
    let root = model.inputSchema
    for property in model.input.properties {
      guard let value = property.defaultValue, !isPlainlyFine(value, property.shape) else {
        continue
      }
      judge(value, "default", by: SchemaCheck(schema: property.node, root: root), &findings)
    }
    guard let example = model.example, !isPlainlyFine(example, .object(model.input)) else { return }
    judge(example, "example", by: SchemaCheck(schema: root, root: root), &findings)
  }

  private static func judge(
    _ sample: JSONNode, _ what: String, by check: SchemaCheck, _ findings: inout Findings
  ) {
    var issues = ValidationIssues()
    check.check(sample, into: &issues)
    // Pages name their own sample files without an address.
    for issue in issues.issues where issue.rule != .format {
      let path = issue.path.steps.isEmpty ? "" : "\(issue.path): "
      findings.add(
        .warning,
        "the \(what) breaks the schema's own rule \"\(issue.rule)\": \(path)\(issue.message)",
        at: sample.node(at: issue.path.pointer) ?? sample, fix: "one of the two is wrong")
    }
  }

  /// Whether a sample is right at first sight, as nearly all are: compiling the schema, which tells
  /// for certain, takes longer than all the rest of reading a model.
  private static func isPlainlyFine(_ value: JSONNode, _ shape: Shape) -> Bool {
    switch shape {
    case .boolean: return value.kind == .bool
    case .media: return value.kind == .string
    case .string(let rules):
      guard value.kind == .string, rules.pattern == nil, rules.minLength ?? 0 == 0 else {
        return false
      }
      return value.byteRange.count - 2 <= rules.maxLength ?? .max
    case .published(.strings(let values)):
      return value.string.map { text in values.contains { $0.isSameOnWire(as: text) } } ?? false
    case .published(.integers(let values)):
      return value.number?.int.map(values.contains) ?? false
    case .integer(let rules):
      guard let number = value.number?.int else { return false }
      return rules.enumeratedRange?.contains(number) ?? isInside(Double(number), rules.bounds)
    case .number(let rules):
      return value.number.map { isInside($0.double, rules.bounds) } ?? false
    case .array(let array):
      let items = Array(value.elements)
      return value.kind == .array && !array.uniqueItems && items.count >= array.minItems ?? 0
        && items.count <= array.maxItems ?? .max
        && items.allSatisfy { isPlainlyFine($0, array.item) }
    case .object(let object): return isPlainlyFine(value, object)
    case .published(.numbers), .anyObject, .any: return false
    }
  }

  private static func isPlainlyFine(_ value: JSONNode, _ object: ObjectShape) -> Bool {
    guard value.kind == .object, object.undescribedRequired.isEmpty else { return false }
    let described = object.properties.allSatisfy { property in
      guard let member = value[property.key] else { return !property.isRequired }
      return isPlainlyFine(member, property.shape) && property.uncheckedRules.isEmpty
    }
    return described && !object.isClosed
  }

  private static func isInside(_ value: Double, _ bounds: NumberBounds) -> Bool {
    guard bounds.exclusiveMinimum == nil, bounds.exclusiveMaximum == nil, bounds.multipleOf == nil
    else { return false }
    return value >= bounds.minimum?.double ?? -.infinity
      && value <= bounds.maximum?.double ?? .infinity
  }
}
