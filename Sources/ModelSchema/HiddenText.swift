package import ModelCore

/// Finds characters in IDs, keys and values that nobody sees: they come from copied pages, and the
/// service doesn't know such a name.
package enum HiddenText {
  /// Returns the problem of a name, such as `holds the invisible character U+200B`, or `nil`.
  package static func problem(in text: String) -> String? {
    let utf8 = text.utf8
    guard let first = utf8.first, let last = utf8.last else { return nil }
    if first == UInt8(ascii: " ") || last == UInt8(ascii: " ") {
      return "begins or ends with a blank"
    }
    if utf8.allSatisfy({ $0 &- 0x20 < 0x5F }) { return nil }
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isHidden(scalar, after: before) {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "holds the invisible character U+"
          + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      }
      if scalar.value == 0x2011 { return "holds U+2011, which looks like a hyphen" }
      before = scalar
    }
    return nil
  }

  /// A joiner between two parts of an emoji is part of it.
  private static func isHidden(_ scalar: Unicode.Scalar, after before: Unicode.Scalar?) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .spaceSeparator: return scalar != " "
    case .format:
      guard scalar.value == 0x200D || scalar.value == 0x200C, let before else { return true }
      return before.isASCII
    default: return false
    }
  }

  /// A name of a schema with hidden characters.
  package struct Finding {
    package let node: JSONNode
    package let message: String
  }

  /// Returns the keys and values of a schema, and of the schemas inside it, that hold hidden
  /// characters.
  package static func findings(in schema: JSONNode) -> [Finding] {
    var found: [Finding] = []
    SchemaWalk.visit(schema, ()) { schema, _ in
      for member in schema[.properties].map({ Array($0.members) }) ?? [] {
        if let message = message("key", member.key) {
          found.append(Finding(node: member.keyNode, message: message))
        }
      }
      for node in schema[.enumeration].map({ Array($0.elements) }) ?? [] {
        guard let text = node.string, let message = message("value", text) else { continue }
        found.append(Finding(node: node, message: message))
      }
      return ()
    }
    return found
  }

  static func message(_ kind: String, _ text: String) -> String? {
    problem(in: text).map { "the \(kind) \(ValueText.quoted(text)) \($0)" }
  }

  package static var advice: String { "compare it with the service's own spelling" }
}
