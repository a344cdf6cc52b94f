/// Text of a service, made fit for messages: one line, on which nothing forges another or turns
/// the direction of writing.
package enum ServiceText {
  /// The text on one line, with a blank for each character that breaks it or that a terminal acts
  /// on, and without those that can't be seen. The joiners that emoji and several scripts are
  /// written with stay.
  ///
  /// - Parameter limit: How many characters stay at most.
  package static func line(_ text: String, limit: Int = 300) -> String {
    let shown = text.unicodeScalars.lazy.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      case .format where isInvisible(scalar): nil
      default: scalar
      }
    }
    let short = String(String.UnicodeScalarView(shown.prefix(limit)))
    return shown.dropFirst(limit).isEmpty ? short : short + "…"
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{200C}" && scalar != "\u{200D}"
  }
}
