/// Values as they are shown in messages: quoted, on one line, never longer than a line.
public enum ValueText {
  private static var limit: Int { 60 }

  /// A string in quotes, its middle left out where it is long.
  public static func quoted(_ text: String) -> String {
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
  public static func shortened(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(scalars.startIndex, offsetBy: limit - 1, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }

  /// `1 item`, `3 items`.
  public static func counted(_ count: Int, _ singular: String) -> String {
    count == 1 ? "1 \(singular)" : "\(count) \(singular)s"
  }
}
