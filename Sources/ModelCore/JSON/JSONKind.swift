/// The six kinds of JSON value.
package enum JSONKind: UInt8, Sendable, Hashable, CustomStringConvertible {
  case null, bool, number, string, array, object

  /// The word JSON Schema has for it.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
