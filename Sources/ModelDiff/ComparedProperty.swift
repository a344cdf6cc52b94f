import ModelCore
import ModelGenerator
import ModelSchema

/// A property with its Swift names.
struct ComparedProperty {
  let property: Property
  let row: NameTable.Row
  /// The names that `modelgen.json` chooses for the model.
  let chosen: NameOverrides.Model?

  var key: String { property.key }
  var isOptional: Bool { row.type.hasSuffix("?") }
  var isNameChosen: Bool { chosen?.properties[WireName(key)] != nil }

  func isValueChosen(_ text: String) -> Bool {
    chosen?.values[WireName(key)]?[WireName(text)] != nil
  }

  /// The type without the mark of an optional, in which types of the property's own have no name.
  var plainType: String {
    var words: [String] = []
    var word = ""
    for character in row.type.hasSuffix("?") ? String(row.type.dropLast()) : row.type {
      if "[]?: ".contains(character) {
        words += [word, String(character)]
        word = ""
      } else {
        word.append(character)
      }
    }
    words.append(word)
    return words.map { $0 == row.ownType ? "\(innermost)" : $0 }.joined()
  }

  /// The kind of values of the innermost item type of the property.
  private var innermost: String {
    switch property.shape.innermost {
    case .knownValues(.strings): "strings"
    case .knownValues(.integers): "integers"
    case .knownValues(.numbers): "numbers"
    default: "object"
    }
  }

  /// The known values with their names.
  var values: [(value: JSONValue, text: String, member: String)] {
    guard case .knownValues(let set) = property.shape.innermost else { return [] }
    let values: [JSONValue] =
      switch set {
      case .strings(let values): values.map { .string($0) }
      case .integers(let values): values.map { .number(JSONNumber($0)) }
      case .numbers(let values): values.map { .number($0) }
      }
    return zip(values, row.values).map { ($0, $1.value, $1.member) }
  }
}

extension Shape {
  /// The innermost item type of nested arrays.
  var innermost: Shape {
    if case .array(let array) = self { array.item.innermost } else { self }
  }

  /// A Boolean value that indicates whether the bindings treat the value as plain JSON.
  var isOpaque: Bool {
    switch innermost {
    case .any, .anyObject: true
    default: false
    }
  }
}
