/// Values as they are shown in messages: quoted, on one line, never longer than a line.
package enum ValueText {
  private static var limit: Int { 60 }

  /// A string in quotes, its middle left out where it is long.
  package static func quoted(_ text: String) -> String {
    var shown = ""
    for scalar in shortened(text).unicodeScalars {
      switch scalar {
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      case _
      where scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return "\"\(shown)\""
  }

  /// At most a line's worth of a text, so that a message never carries a file's base64.
  package static func shortened(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(scalars.startIndex, offsetBy: limit - 1, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }

  /// `1 item`, `3 items`.
  package static func counted(_ count: Int, _ singular: String) -> String {
    count == 1 ? "1 \(singular)" : "\(count) \(singular)s"
  }

  /// A value of any kind: a string in quotes, all else as it was spelled.
  package static func shown(_ value: JSONNode) -> String {
    value.string.map(quoted) ?? shortened(value.text)
  }

  /// A value of any kind, apart from its text.
  static func shown(_ value: JSONValue) -> String {
    value.string.map(quoted) ?? shortened(value.description)
  }

  /// `a`, `a or b`, `a, b or c`.
  package static func choice(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// A kind of JSON value as it stands in a sentence.
  package static func withArticle(_ kind: String) -> String {
    switch kind {
    case "null": kind
    case "integer", "array", "object": "an \(kind)"
    default: "a \(kind)"
    }
  }

  /// The value found instead of one of `kinds`: the number itself if an integer is expected, because
  /// its kind would explain nothing.
  static func found(_ value: JSONNode, insteadOf kinds: [String]) -> String {
    found(value.kind, shown(value), insteadOf: kinds)
  }

  static func found(_ value: JSONValue, insteadOf kinds: [String]) -> String {
    found(value.kind, shown(value), insteadOf: kinds)
  }

  private static func found(_ kind: JSONKind, _ shown: String, insteadOf kinds: [String]) -> String
  {
    kind == .number && kinds.contains("integer") ? shown : withArticle(kind.description)
  }
}
