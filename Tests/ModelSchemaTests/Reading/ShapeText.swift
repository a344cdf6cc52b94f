@_spi(Generated) import ModelCore
import ModelSchema

/// A shape on one line, for tests to compare with: `[image ≤10 file_size_mb<=15]`.
extension Shape {
  var line: String {
    switch self {
    case .string(let rules):
      return "string" + range(rules.minLength, rules.maxLength)
        + (rules.pattern.map { " /\($0)/" } ?? "")
    case .boolean: return "boolean"
    case .integer(let rules):
      let range = rules.enumeratedRange.map { " \($0.lowerBound)...\($0.upperBound)" } ?? ""
      return "integer" + range + rules.bounds.line
    case .number(let rules): return "number" + rules.bounds.line
    case .knownValues(let set): return set.line
    case .media(let media):
      return media.kind.rawValue + media.rules.map { " \($0.rule)\($0.bound)" }.joined()
    case .array(let array):
      return "[\(array.item.line)\(array.itemIsNullable ? "?" : "")]"
        + range(array.minItems, array.maxItems) + (array.uniqueItems ? " unique" : "")
    case .object(let object): return object.line
    case .recursive(let definition): return "again \(definition.name)"
    case .anyObject: return "object"
    case .any: return "any"
    }
  }

  private func range(_ minimum: Int?, _ maximum: Int?) -> String {
    (minimum.map { " ≥\($0)" } ?? "") + (maximum.map { " ≤\($0)" } ?? "")
  }
}

extension ObjectShape {
  var line: String {
    let keys =
      properties.map { "\($0.key)\($0.isRequired ? "!" : ""): \($0.line)" }
      + undescribedRequired.map { "\($0)!" }
    return "{\(keys.joined(separator: ", "))}" + (isClosed ? " closed" : "")
  }
}

extension Property {
  /// The shape, `?` where null is allowed, and what the bindings don't check.
  var line: String {
    shape.line + (isNullable ? "?" : "")
      + (uncheckedRules.isEmpty ? "" : " unchecked \(uncheckedRules.joined(separator: " "))")
  }
}

extension KnownSet {
  fileprivate var line: String {
    switch self {
    case .strings(let values): "strings " + values.joined(separator: "|")
    case .integers(let values): "integers " + values.map { "\($0)" }.joined(separator: "|")
    case .numbers(let values): "numbers " + values.map(\.text).joined(separator: "|")
    }
  }
}

extension NumberBounds {
  fileprivate var line: String {
    let all = [
      ("≥", minimum), ("≤", maximum), (">", exclusiveMinimum), ("<", exclusiveMaximum),
      ("×", multipleOf),
    ]
    return all.compactMap { sign, bound in bound.map { " \(sign)\($0)" } }.joined()
  }
}
