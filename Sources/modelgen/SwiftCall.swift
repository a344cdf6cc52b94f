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

  private static func arguments(_ object: ObjectShape, _ table: NameTable) -> [String] {
    let described = zip(object.properties, table.rows)
      .filter { $0.0.isRequired && !$0.0.isNullable }
      .map { property, row in
        let value = value(property.shape, property.defaultValue, row)
        return "\(row.identifier): \(value)"
      }
    let others = object.undescribedRequired.map { "\(quoted($0)): \"…\"" }
    return described
      + (others.isEmpty ? [] : ["extraFields: [\(others.joined(separator: ", "))]"])
  }

  /// The default as a literal where it is of the right kind, or something that is.
  private static func value(_ shape: Shape, _ sample: JSONNode?, _ row: NameTable.Row) -> String {
    switch shape {
    case .string: return quoted(nonEmpty(sample) ?? "…")
    case .media: return quoted(nonEmpty(sample) ?? "https://example.com/file")
    case .knownValues: return published(sample, row, count: 1)[0]
    case .array(let array): return "[\(items(array, sample, row).joined(separator: ", "))]"
    case .boolean: return sample?.bool == false ? "false" : "true"
    case .integer(let rules):
      let bounds = rules.bounds
      let least = rules.enumeratedRange?.lowerBound ?? bounds.minimum?.int
      let above = bounds.exclusiveMinimum?.int.map { $0 < .max ? $0 + 1 : $0 }
      return String(sample?.number?.int ?? least ?? above ?? bounds.maximum?.int ?? 1)
    case .number(let rules): return number(sample, rules)
    case .object(let object):
      return ".init(\(arguments(object, NameTable(of: object)).joined(separator: ", ")))"
    case .recursive: return ".init()"
    case .anyObject: return "[:]"
    case .any:
      if let text = sample?.string { return quoted(text) }
      return sample?.number?.int.map { String($0) } ?? sample?.bool.map { String($0) } ?? "nil"
    }
  }

  private static func number(_ sample: JSONNode?, _ rules: NumberRules) -> String {
    let candidates = [sample?.number, rules.bounds.minimum, rules.bounds.maximum]
    let value = candidates.compactMap { $0 }.first { $0.double.isFinite }
    return value.map { $0.int.map { String($0) } ?? $0.double.description } ?? "1"
  }

  /// As many items as there must be, within reason; there is room for one in every array.
  private static func items(
    _ array: ArrayShape, _ sample: JSONNode?, _ row: NameTable.Row
  ) -> [String] {
    if array.item.isRecursive { return [] }
    let count = min(max(array.minItems ?? 1, 1), 8)
    if case .knownValues = array.item { return published(nil, row, count: count) }
    let first = sample?.elements.first { _ in true }
    return [String](repeating: value(array.item, first, row), count: count)
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
