import JSONTree
import SchemaRules

/// Checks a sample of a value against its shape: what bindings would say of it.
///
/// References to media files always pass: pages name their own sample files without an address.
struct SampleCheck {
  private let shape: Shape
  private let isNullable: Bool
  /// The schema itself: no shape holds published values of several kinds.
  private let node: JSONNode?
  /// The published strings, which every item of an array may be looked up in.
  private let publishedTexts: Set<WireName>

  init(shape: Shape, isNullable: Bool = false, node: JSONNode? = nil) {
    self.shape = shape
    self.isNullable = isNullable
    self.node = node
    if case .published(.strings(let values)) = shape {
      publishedTexts = Set(values.map(WireName.init))
    } else {
      publishedTexts = []
    }
  }

  init(of property: Property) {
    self.init(shape: property.shape, isNullable: property.isNullable, node: property.node)
  }

  func check(_ value: JSONNode, into issues: inout ValidationIssues) {
    if isNullable, value.isNull { return }
    switch shape {
    case .string(let rules):
      guard let text = text(value, &issues) else { return }
      issues.check(length: text, at: nil, atLeast: rules.minLength, atMost: rules.maxLength)
      guard let pattern = rules.pattern.flatMap({ try? Pattern($0) }) else { return }
      issues.check(text, matches: pattern, at: nil)
    case .media: _ = text(value, &issues)
    case .boolean:
      if value.kind != .bool { reportType(value, "boolean", &issues) }
    case .integer(let rules):
      guard let number = number(value, isWhole: true, &issues) else { return }
      if let range = rules.enumeratedRange {
        let isKnown = number.int.map(range.contains) ?? false
        if !isKnown {
          reportUnknown(value, KnownValues(range, nearestTo: number.int ?? 0), &issues)
        }
      } else {
        issues.check(number, at: nil, bounds: rules.bounds)
      }
    case .number(let rules):
      guard let number = number(value, isWhole: false, &issues) else { return }
      issues.check(number, at: nil, bounds: rules.bounds)
    case .published(let set): checkPublished(value, set, &issues)
    case .array(let array): checkItems(value, array, &issues)
    case .object(let object): checkMembers(value, object, &issues)
    case .anyObject:
      if value.kind != .object { reportType(value, "object", &issues) }
    case .any: checkAny(value, &issues)
    }
  }

  private func checkItems(
    _ value: JSONNode, _ array: ArrayShape, _ issues: inout ValidationIssues
  ) {
    guard value.kind == .array else { return reportType(value, "array", &issues) }
    let items = Array(value.elements)
    issues.check(count: items.count, at: nil, atLeast: array.minItems, atMost: array.maxItems)
    if array.uniqueItems { issues.check(unique: items.map { JSONValue($0) }, at: nil) }
    let check = SampleCheck(shape: array.item, isNullable: array.itemIsNullable)
    for (index, item) in items.enumerated() {
      issues.nested(at: .index(index)) { check.check(item, into: &$0) }
    }
  }

  private func checkMembers(
    _ value: JSONNode, _ object: ObjectShape, _ issues: inout ValidationIssues
  ) {
    guard value.kind == .object else { return reportType(value, "object", &issues) }
    let members = value.membersByKey
    for property in object.properties {
      if let member = members[WireName(property.key)] {
        issues.nested(at: .key(property.key)) { SampleCheck(of: property).check(member, into: &$0) }
      } else if property.isRequired {
        issues.reportMissing(property.key)
      }
    }
    for key in object.undescribedRequired where members[WireName(key)] == nil {
      issues.reportMissing(key)
    }
    guard object.isClosed else { return }
    let known = object.properties.map(\.key)
    let names = Set(known.map(WireName.init))
    for member in value.distinctMembers where !names.contains(WireName(member.key)) {
      issues.reportUnknownKey(member.key, among: known)
    }
  }

  private func checkPublished(
    _ value: JSONNode, _ set: PublishedSet, _ issues: inout ValidationIssues
  ) {
    let isKnown: Bool
    let values: [JSONValue]
    switch set {
    case .strings(let texts):
      guard let text = text(value, &issues) else { return }
      values = texts.map { .string($0) }
      isKnown = publishedTexts.contains(WireName(text))
    case .integers(let integers):
      guard let number = number(value, isWhole: true, &issues) else { return }
      values = integers.map { .number(JSONNumber($0)) }
      isKnown = number.int.map(integers.contains) ?? false
    case .numbers(let numbers):
      guard let number = number(value, isWhole: false, &issues) else { return }
      values = numbers.map { .number($0) }
      isKnown = numbers.contains(number)
    }
    if !isKnown {
      reportUnknown(value, KnownValues(values, nearestTo: JSONValue(value)), &issues)
    }
  }

  private func checkAny(_ value: JSONNode, _ issues: inout ValidationIssues) {
    guard let list = node?["enum"], list.kind == .array else { return }
    let values = list.elements.map { JSONValue($0) }
    if !values.contains(JSONValue(value)) {
      reportUnknown(value, KnownValues(values, nearestTo: JSONValue(value)), &issues)
    }
  }

  private func text(
    _ value: JSONNode, _ issues: inout ValidationIssues
  ) -> String? {
    guard let text = value.string else {
      reportType(value, "string", &issues)
      return nil
    }
    return text
  }

  private func number(
    _ value: JSONNode, isWhole: Bool, _ issues: inout ValidationIssues
  ) -> JSONNumber? {
    guard let number = value.number, !isWhole || number.decimal.isInteger else {
      reportType(value, isWhole ? "integer" : "number", &issues)
      return nil
    }
    return number
  }

  private func reportType(
    _ value: JSONNode, _ kind: String, _ issues: inout ValidationIssues
  ) {
    issues.reportType(value, at: nil, mustBe: isNullable ? [kind, "null"] : [kind])
  }

  private func reportUnknown(
    _ value: JSONNode, _ known: KnownValues, _ issues: inout ValidationIssues
  ) {
    issues.reportUnknown(
      ValueText.shown(value), at: nil, among: known, rule: node?["const"] == nil ? .enum : .const)
  }
}
