import ModelCore

/// The names that a key of a schema would like to have.
enum KeyName {
  /// Longer names are cut: nobody reads on, and some compilers don't either.
  static var limit: Int { 80 }

  /// `image_urls` is `imageURLs`, `62_image` is `image62`, `1st` is `field1st`.
  static func property(_ key: String) -> String {
    var name = CamelCase.lower(words(of: key), acronyms: true)
    if name.isEmpty { name = key.isEmpty ? "emptyKey" : "unnamedKey" }
    if !canBegin(name) { name = "field" + name.capitalizedFirst }
    if ReservedNames.isTaken(property: name) { name += "Field" }
    return shortened(name, key)
  }

  /// The type of a property, without its suffix word: `width×height` is `WidthByHeight`.
  static func type(_ key: String) -> String {
    var name = CamelCase.upper(words(of: key))
    if name.isEmpty { name = key.isEmpty ? "EmptyKey" : "UnnamedKey" }
    // JSON + Value would hide the runtime's type.
    if !canBeginType(name) || name == "JSON" { name = "Field" + name }
    return shortened(name, key)
  }

  /// The last word of a key, which values that begin with a digit take: `resolution1K`.
  static func lastWord(_ key: String) -> String {
    words(of: key).last { !$0.beginsWithDigit && canBegin($0) }?.lowercased() ?? "value"
  }

  /// Lower snake case is canonical.
  static func rank(_ key: String) -> Int {
    let utf8 = key.utf8
    let isSnake = utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || $0 &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10
    }
    return isSnake && !key.beginsWithDigit && !key.isEmpty ? 0 : 1
  }

  /// The words, a number in front moved behind the rest.
  private static func words(of key: String) -> [String] {
    var words = Words.split(key, .camelCase)
    guard words.count > 1, words[0].isAllDigits, !words[1].beginsWithDigit,
      key.utf8.dropFirst(words[0].utf8.count).first == UInt8(ascii: "_")
    else { return words }
    words.append(words.removeFirst())
    return words
  }

  /// A mark may stand in an identifier and not begin one.
  static func canBegin(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    if first.isASCII { return !Words.isDigit(first) }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return false
    default: return true
    }
  }

  /// A type begins with a capital, so that no property beside it can have its name; scripts without
  /// capitals need a word in front.
  static func canBeginType(_ name: String) -> Bool {
    switch name.unicodeScalars.first?.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: true
    default: false
    }
  }

  static func shortened(_ name: String, _ wire: String) -> String {
    let scalars = name.unicodeScalars
    guard scalars.count > limit else { return name }
    return String(scalars.prefix(limit)) + NameResolver.suffix(WireName(wire))
  }
}
