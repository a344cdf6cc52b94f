/// A Unicode property that a pattern may ask for with `\p{…}`.
enum ScalarProperty: Sendable {
  case categories(Set<Unicode.GeneralCategory>)
  case any, ascii, alphabetic, lowercase, uppercase, whitespace, emoji

  /// The property of a name as ECMA 262 spells it; nil for scripts and whatever else is unknown.
  init?(named name: String) {
    let parts = name.split(separator: "=", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0] == "General_Category" || parts[0] == "gc" {
      guard let categories = ScalarProperty.categories(named: String(parts[1])) else { return nil }
      self = .categories(categories)
      return
    }
    switch name {
    case "Any": self = .any
    case "ASCII": self = .ascii
    case "Alphabetic", "Alpha": self = .alphabetic
    case "Lowercase", "Lower": self = .lowercase
    case "Uppercase", "Upper": self = .uppercase
    case "White_Space", "space": self = .whitespace
    case "Emoji": self = .emoji
    default:
      guard let categories = ScalarProperty.categories(named: name) else { return nil }
      self = .categories(categories)
    }
  }

  func holds(for scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .categories(let set): set.contains(scalar.properties.generalCategory)
    case .any: true
    case .ascii: scalar.isASCII
    case .alphabetic: scalar.properties.isAlphabetic
    case .lowercase: scalar.properties.isLowercase
    case .uppercase: scalar.properties.isUppercase
    case .whitespace: scalar.properties.isWhitespace
    case .emoji: scalar.properties.isEmoji
    }
  }

  private static func categories(named name: String) -> Set<Unicode.GeneralCategory>? {
    switch name {
    case "L", "Letter":
      [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
    case "LC", "Cased_Letter": [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
    case "Lu", "Uppercase_Letter": [.uppercaseLetter]
    case "Ll", "Lowercase_Letter": [.lowercaseLetter]
    case "Lt", "Titlecase_Letter": [.titlecaseLetter]
    case "Lm", "Modifier_Letter": [.modifierLetter]
    case "Lo", "Other_Letter": [.otherLetter]
    case "M", "Mark", "Combining_Mark": [.nonspacingMark, .spacingMark, .enclosingMark]
    case "Mn", "Nonspacing_Mark": [.nonspacingMark]
    case "Mc", "Spacing_Mark": [.spacingMark]
    case "Me", "Enclosing_Mark": [.enclosingMark]
    case "N", "Number": [.decimalNumber, .letterNumber, .otherNumber]
    case "Nd", "Decimal_Number", "digit": [.decimalNumber]
    case "Nl", "Letter_Number": [.letterNumber]
    case "No", "Other_Number": [.otherNumber]
    default: otherCategories(named: name)
    }
  }

  private static func otherCategories(named name: String) -> Set<Unicode.GeneralCategory>? {
    switch name {
    case "P", "Punctuation", "punct":
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation,
      ]
    case "Pc", "Connector_Punctuation": [.connectorPunctuation]
    case "Pd", "Dash_Punctuation": [.dashPunctuation]
    case "Ps", "Open_Punctuation": [.openPunctuation]
    case "Pe", "Close_Punctuation": [.closePunctuation]
    case "Pi", "Initial_Punctuation": [.initialPunctuation]
    case "Pf", "Final_Punctuation": [.finalPunctuation]
    case "Po", "Other_Punctuation": [.otherPunctuation]
    case "S", "Symbol": [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]
    case "Sm", "Math_Symbol": [.mathSymbol]
    case "Sc", "Currency_Symbol": [.currencySymbol]
    case "Sk", "Modifier_Symbol": [.modifierSymbol]
    case "So", "Other_Symbol": [.otherSymbol]
    case "Z", "Separator": [.spaceSeparator, .lineSeparator, .paragraphSeparator]
    case "Zs", "Space_Separator": [.spaceSeparator]
    case "Zl", "Line_Separator": [.lineSeparator]
    case "Zp", "Paragraph_Separator": [.paragraphSeparator]
    case "C", "Other": [.control, .format, .surrogate, .privateUse, .unassigned]
    case "Cc", "Control", "cntrl": [.control]
    case "Cf", "Format": [.format]
    case "Cs", "Surrogate": [.surrogate]
    case "Co", "Private_Use": [.privateUse]
    case "Cn", "Unassigned": [.unassigned]
    default: nil
    }
  }
}
