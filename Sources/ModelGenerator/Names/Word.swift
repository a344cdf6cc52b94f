/// Texts of schemas, taken apart into words that an identifier can be made of.
enum Words {
  /// The way to split text into words.
  struct Style: OptionSet {
    let rawValue: Int
    /// `imageURL` is two words.
    static var camelCase: Style { Style(rawValue: 1) }
  }

  /// The words of a text. Blanks and punctuation part them; other signs become words of their own,
  /// so that no text is left without any: `×` is *by*, `😀` is *grinning face*.
  static func split(_ text: String, _ style: Style = []) -> [String] {
    if isSnakeCase(text) {
      return text.utf8.split(separator: UInt8(ascii: "_")).map { String(Substring($0)) }
    }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func endWord() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if isPartOfWord(scalar) {
        if style.contains(.camelCase), beginsWord(index, scalars) { endWord() }
        word.append(scalar)
      } else if let name = signName(scalar, at: index, of: scalars) {
        endWord()
        words += name
      } else {
        endWord()
      }
    }
    endWord()
    return words
  }

  /// A Boolean value that indicates whether underscores alone part the words, as in most keys.
  private static func isSnakeCase(_ text: String) -> Bool {
    let utf8 = text.utf8
    return utf8.count > 1
      && utf8.allSatisfy { byte in
        byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
      }
  }

  /// Letters, marks and decimal digits that can be seen: all of them may stand in Swift identifiers.
  static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.value &- 0x30 < 10 || (scalar.value | 0x20) &- 0x61 < 26
    }
    // Letters that nobody can see would make two names look like one.
    if scalar.properties.isDefaultIgnorableCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default:
      return false
    }
  }

  private static func beginsWord(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, isUppercase(scalars[index]) else { return false }
    if isLowercase(scalars[index - 1]) { return true }
    // The last capital of a run belongs to the word that follows: HTTPServer. A plural s doesn't
    // make one: imageURLs.
    guard isUppercase(scalars[index - 1]), index + 1 < scalars.count,
      isLowercase(scalars[index + 1])
    else { return false }
    return
      !(scalars[index + 1] == "s"
      && (index + 2 == scalars.count || !isLowercase(scalars[index + 2])))
  }

  private static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value &- 0x41 < 26 : scalar.properties.isUppercase
  }

  private static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value &- 0x61 < 26 : scalar.properties.isLowercase
  }

  /// The words for a sign that carries meaning; nil for one that only parts words.
  private static func signName(
    _ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
  ) -> [String]? {
    switch scalar {
    case "×": return ["by"]
    case "+": return ["plus"]
    case "%": return ["percent"]
    case "&": return ["and"]
    case "-": return index == 0 && scalars.count > 1 && isDigit(scalars[1]) ? ["minus"] : nil
    case _ where scalar.isASCII && "_-. /:()[]{},;'\"!?\\|~^`".unicodeScalars.contains(scalar):
      return scalars.count == 1 ? unicodeName(scalar) : nil
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
        .lineSeparator, .paragraphSeparator, .enclosingMark, .nonspacingMark:
        return nil
      default: return unicodeName(scalar)
      }
    }
  }

  private static func unicodeName(_ scalar: Unicode.Scalar) -> [String]? {
    scalar.properties.name.map { name in
      name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }
}

extension String {
  var beginsWithDigit: Bool { unicodeScalars.first.map(Words.isDigit) ?? false }
  var endsWithDigit: Bool { unicodeScalars.last.map(Words.isDigit) ?? false }
  var isAllDigits: Bool { !isEmpty && unicodeScalars.allSatisfy(Words.isDigit) }

  /// With its first letter as a capital.
  var capitalizedFirst: String {
    guard let first = unicodeScalars.first else { return self }
    if first.isASCII {
      guard let byte = utf8.first, byte &- UInt8(ascii: "a") < 26 else { return self }
      return String(Unicode.Scalar(byte & 0xDF)) + String(unicodeScalars.dropFirst())
    }
    return first.properties.titlecaseMapping + String(unicodeScalars.dropFirst())
  }
}
