/// Text from files and services, made safe to show in a terminal.
public enum Printable {
  /// The text with everything spelled out that a terminal acts on, so that no file can move the
  /// cursor, change colours, turn the direction of writing or hide a line. Line breaks and tabs stay.
  public static func text(_ text: String) -> String {
    escaped(text, keepsBreaks: true, as: swiftEscape)
  }

  /// The same on one line.
  public static func line(_ text: String) -> String {
    escaped(text, keepsBreaks: false, as: swiftEscape)
  }

  /// The same for a JSON text, which stays the same JSON.
  public static func json(_ text: String) -> String {
    escaped(text, keepsBreaks: true, as: jsonEscape)
  }

  /// Returns whether a terminal may act on a scalar or not show it: controls, separators of lines
  /// and paragraphs, and characters that are there for the format only, as those that turn the
  /// direction of writing. The joiners that emoji and several scripts are written with are none.
  static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format:
      scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{200C}" && scalar != "\u{200D}"
    default: false
    }
  }

  private static func escaped(
    _ text: String, keepsBreaks: Bool, as escape: (Unicode.Scalar) -> String
  ) -> String {
    func isPlain(_ value: UInt32) -> Bool {
      value >= 0x20 && value < 0x7F || keepsBreaks && (value == 0x0A || value == 0x09)
    }
    var text = text
    if text.withUTF8({ bytes in bytes.allSatisfy { isPlain(UInt32($0)) } }) { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isPlain(scalar.value), isActive(scalar) {
        shown.append(contentsOf: escape(scalar).unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  private static func swiftEscape(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16))}"
  }

  private static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
