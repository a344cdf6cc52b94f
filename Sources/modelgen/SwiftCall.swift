import JSONTree
import ModelSchema
import SwiftBindings

/// The Swift call of a model, with its required parameters filled in.
enum SwiftCall {
  static func text(_ model: Model, _ path: TypePath, _ table: NameTable) -> [String] {
    let arguments = zip(model.input.properties, table.rows)
      .filter { $0.0.isRequired && !$0.0.isNullable }
      .map { property, row in "\(row.identifier): \(value(property, row))" }
    guard !arguments.isEmpty else { return ["\(path.dotted)()"] }
    let oneLine = "\(path.dotted)(\(arguments.joined(separator: ", ")))"
    if oneLine.count <= 90 { return [oneLine] }
    let list = arguments.enumerated().map { index, argument in
      "  " + argument + (index + 1 < arguments.count ? "," : ")")
    }
    return ["\(path.dotted)("] + list
  }

  /// The default as a literal, or something of the right kind.
  private static func value(_ property: Property, _ row: NameTable.Row) -> String {
    let node = property.defaultValue
    switch property.shape {
    case .string, .media:
      let sample = node?.string.flatMap { $0.isEmpty ? nil : $0 }
      if case .media = property.shape { return quoted(sample ?? "https://example.com/file") }
      return quoted(sample ?? "…")
    case .published:
      if let text = node?.string ?? node?.text,
        let value = row.values.first(where: { $0.value == text })
      {
        return "." + value.member
      }
      return row.values.first.map { "." + $0.member } ?? "…"
    case .array(let array):
      if case .media = array.item {
        return
          "[\(quoted(node?.elements.first { _ in true }?.string ?? "https://example.com/file"))]"
      }
      return "[]"
    case .boolean: return node?.text ?? "true"
    case .integer(let rules):
      return node?.text ?? rules.bounds.minimum?.text ?? rules.enumeratedRange.map {
        String($0.lowerBound)
      } ?? "1"
    case .number(let rules): return node?.text ?? rules.bounds.minimum?.text ?? "1"
    case .object, .anyObject: return "…"
    case .any: return "nil"
    }
  }

  private static func quoted(_ text: String) -> String { SwiftText.literal(text) }
}
