/// Text from files, made safe to show in a terminal.
public enum Printable {
  /// The text with control characters spelled out, so that no file can move the cursor, change
  /// colours or hide a line. Line breaks and tabs stay.
  public static func text(_ text: String) -> String {
    var text = text
    let isClean = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 || $0 == 0x0A || $0 == 0x09 }
    }
    return isClean ? text : escaped(text) { $0 == "\n" || $0 == "\t" }
  }

  /// The same on one line.
  public static func line(_ text: String) -> String { escaped(text) { _ in false } }

  private static func escaped(
    _ text: String, except stays: (Unicode.Scalar) -> Bool
  ) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .control, !stays(scalar) {
        shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }
}
