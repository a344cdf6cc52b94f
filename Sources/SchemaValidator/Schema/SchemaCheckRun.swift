@_spi(Generated) import ModelCore
import ModelSchema

/// One check of one body.
struct SchemaCheckRun {
  let schemas: [CompiledSchema]
  /// The parts of the value being checked that were evaluated; nil where nothing asks for them.
  var marks: EvaluationMarks?
  /// The resources that were entered, the outermost first; kept only where they decide something.
  private(set) var scope: [Int] = []
  private let dependsOnScope: Bool
  /// Schemas that refer to themselves can ask for unbounded work; no real one comes near these
  /// bounds.
  private var levelsLeft = 80
  private var stepsLeft: Int

  init(schemas: [CompiledSchema], dependsOnScope: Bool, body: JSONNode) {
    self.schemas = schemas
    self.dependsOnScope = dependsOnScope
    stepsLeft = 100_000 + 8 * body.byteRange.count
  }

  /// Checks the value that stands at `step` below the one that `issues` is about.
  mutating func check(
    _ value: JSONNode, with number: Int, at step: IssueStep?, into issues: inout ValidationIssues
  ) {
    if issues.isFull { return }
    if marks != nil, step != nil {
      return checkApart(value, with: number, at: step, into: &issues)
    }
    guard levelsLeft > 0, stepsLeft > 0 else {
      marks?.makeAllUncertain()
      issues.reportUnchecked(.reference, at: step, because: "the schemas lead on without end")
      return
    }
    stepsLeft -= 1
    levelsLeft -= 1
    let schema = schemas[number]
    if dependsOnScope { scope.append(schema.rules.resource) }
    defer {
      levelsLeft += 1
      if dependsOnScope { scope.removeLast() }
    }
    let kind = value.kind
    if kind == .null, schema.rules.isNullable { return }
    if !schema.rules.unchecked.isEmpty {
      marks?.makeAllUncertain()
      for (rule, reason) in schema.rules.unchecked {
        issues.reportUnchecked(rule, at: step, because: reason)
      }
    }
    if schema.rules.allowsNothing {
      issues.report(.never, at: step, value: ValueText.shown(value), "no value is allowed here")
      return
    }
    guard hasType(value, kind, schema, at: step, &issues) else { return }
    // By index, since a copy of each set would cost more than looking into it.
    for index in schema.rules.known.indices
    where !schema.rules.known[index].holds(value, kind) {
      issues.reportUnknown(
        ValueText.shown(value), at: step,
        among: schema.rules.known[index].known(nearestTo: value),
        rule: schema.rules.known[index].rule)
    }
    switch kind {
    case .number: checkNumber(value, schema, at: step, &issues)
    case .string: checkText(value, schema, at: step, &issues)
    default: break
    }
    let isContainer = kind == .array || kind == .object
    guard isContainer || schema.rules.forms != nil else { return }
    guard let step else {
      checkInside(value, kind, schema, &issues)
      return
    }
    issues.nested(at: step) { issues in checkInside(value, kind, schema, &issues) }
  }

  /// Checks a part of the value that `marks` is about, whose evaluated keys and items are its own.
  private mutating func checkApart(
    _ value: JSONNode, with number: Int, at step: IssueStep?, into issues: inout ValidationIssues
  ) {
    let outer = marks
    marks = nil
    check(value, with: number, at: step, into: &issues)
    marks = outer
  }

  /// Checks rules that may report issues inside the value, or that visit it more than once.
  private mutating func checkInside(
    _ value: JSONNode, _ kind: JSONKind, _ schema: CompiledSchema,
    _ issues: inout ValidationIssues
  ) {
    guard schema.rules.unevaluated != nil else {
      return checkKeywordsInside(value, kind, schema, &issues)
    }
    checkAllInside(value, kind, schema, &issues)
  }

  /// The same for a schema that asks which parts are left over.
  private mutating func checkAllInside(
    _ value: JSONNode, _ kind: JSONKind, _ schema: CompiledSchema,
    _ issues: inout ValidationIssues
  ) {
    guard let unevaluated = schema.rules.unevaluated, unevaluated.applies(to: kind) else {
      return checkKeywordsInside(value, kind, schema, &issues)
    }
    let outer = marks
    marks = EvaluationMarks()
    if !schema.rules.unchecked.isEmpty { marks?.makeAllUncertain() }
    checkKeywordsInside(value, kind, schema, &issues)
    checkUnevaluated(value, kind, unevaluated, schema, &issues)
    marks = outer
    marks?.markAll()
  }

  @inline(__always)
  private mutating func checkKeywordsInside(
    _ value: JSONNode, _ kind: JSONKind, _ schema: CompiledSchema,
    _ issues: inout ValidationIssues
  ) {
    if kind == .array {
      if let array = schema.rules.array { check(value, array, &issues) }
      if let media = schema.rules.media {
        for (index, item) in value.elements.enumerated() {
          if issues.isFull { return }
          media.check(item, isItem: true, at: .index(index), into: &issues)
        }
      }
    } else if kind == .object, let object = schema.rules.object {
      check(value, object, &issues)
    }
    if let forms = schema.rules.forms { check(value, forms, &issues) }
  }

  private func hasType(
    _ value: JSONNode, _ kind: JSONKind, _ schema: CompiledSchema, at step: IssueStep?,
    _ issues: inout ValidationIssues
  ) -> Bool {
    guard let types = schema.rules.types, !types.contains(JSONTypes(kind)) else { return true }
    if kind == .number, types.contains(.integer), value.isInteger { return true }
    if schema.rules.hasUnknownType { return true }
    issues.reportType(value, at: step, mustBe: schema.rules.typeWords)
    return false
  }

  private func checkNumber(
    _ value: JSONNode, _ schema: CompiledSchema, at step: IssueStep?,
    _ issues: inout ValidationIssues
  ) {
    guard let number = schema.rules.number else { return }
    if number.isQuick, let quick = QuickNumber(value), number.allows(quick) { return }
    guard let exact = value.number else { return }
    issues.check(exact, at: step, bounds: number.bounds)
  }

  private func checkText(
    _ value: JSONNode, _ schema: CompiledSchema, at step: IssueStep?,
    _ issues: inout ValidationIssues
  ) {
    if let media = schema.rules.media {
      media.check(value, isItem: false, at: step, into: &issues)
    }
    guard let rules = schema.rules.text else { return }
    // What is between the quotes has no more characters than bytes, escaped or not.
    let mayBeTooLong = value.byteRange.count - 2 > rules.maxLength ?? .max
    guard mayBeTooLong || rules.minLength != nil || rules.pattern != nil else { return }
    let text = value.string ?? ""
    issues.check(length: text, at: step, atLeast: rules.minLength, atMost: rules.maxLength)
    if let pattern = rules.pattern { issues.check(text, matches: pattern, at: step) }
  }
}

extension JSONNode {
  /// A Boolean value that indicates whether the number has no fraction, such as `1.0`.
  fileprivate var isInteger: Bool {
    if let quick = QuickNumber(self) { return quick.isInteger }
    return number?.decimal.isInteger ?? false
  }
}

extension NumberCheck {
  /// Returns `true` if the number is certainly within all bounds. Otherwise the exact check decides.
  func allows(_ number: QuickNumber) -> Bool {
    if let lower {
      guard let order = number.compared(to: lower), order >= (lowerIsExclusive ? 1 : 0) else {
        return false
      }
    }
    if let upper {
      guard let order = number.compared(to: upper), order <= (upperIsExclusive ? -1 : 0) else {
        return false
      }
    }
    if let divisor, number.isMultiple(of: divisor) != true { return false }
    return true
  }
}

extension KnownJSONValues {
  func known(nearestTo value: JSONNode) -> KnownValues {
    KnownValues(values.map(JSONValue.init), nearestTo: JSONValue(value))
  }

  func holds(_ value: JSONNode, _ kind: JSONKind) -> Bool {
    switch kind {
    case .string: return strings.index(of: value) != nil
    case .number:
      let quick = QuickNumber(value)
      if let quick, quickNumbers.contains(quick) { return true }
      if quick != nil, quickNumbers.count == numbers.count { return false }
      return numbers.contains { $0 == value.number }
    default:
      guard others.contains(where: { $0.kind == kind }) else { return false }
      return others.contains(JSONValue(value))
    }
  }
}

extension MediaCheck {
  func check(
    _ value: JSONNode, isItem: Bool, at step: IssueStep?, into issues: inout ValidationIssues
  ) {
    guard value.kind == .string else {
      if isItem, holdsNothingElse { issues.reportType(value, at: step, mustBe: ["string"]) }
      return
    }
    if let kind {
      issues.check(reference(value), text: value.string ?? "", as: kind, at: step)
    }
    for rule in fileRules {
      issues.reportUnchecked(
        rule, at: step, because: "the file itself must be looked at")
    }
  }

  private func reference(_ value: JSONNode) -> MediaReference {
    let range = value.byteRange
    return value.document.bytes.withUnsafeBufferPointer { bytes in
      let content = UnsafeBufferPointer(
        rebasing: bytes[range.lowerBound + 1..<range.upperBound - 1])
      // Some writers escape every slash.
      guard content.contains(UInt8(ascii: "\\")) else { return MediaReference(utf8: content) }
      return MediaReference(value.string ?? "")
    }
  }
}
