/// The names that the values of an enum would like to have.
enum ValueName {
  /// - Parameter key: The property's key, whose last word serves values that can't stand alone.
  static func member(_ value: String, key: String) -> String {
    if let name = SizeName.member(value) { return name }
    var name = plain(value)
    if name.isEmpty { name = value.isEmpty ? "empty" : "unnamed" }
    if !KeyName.canBegin(name) || ReservedNames.isTaken(value: name) {
      name = KeyName.lastWord(key) + name.capitalizedFirst
      if ReservedNames.isTaken(value: name) { name += "Value" }
    }
    return KeyName.shortened(name, value)
  }

  private static func plain(_ value: String) -> String {
    let isShouted = !value.unicodeScalars.contains { $0.properties.isLowercase }
    var name = ""
    for (index, word) in Words.split(withPoints(value)).enumerated() {
      // 1K keeps its capital: it tells K from k.
      let word =
        isShouted && !word.beginsWithDigit && value.first?.isNumber != true
        ? word.lowercased() : word
      if index == 0 {
        name = beginsLower(word)
      } else if word.isAllDigits, joinsByX(name) {
        name += "x" + word
      } else {
        CamelCase.append(word.capitalizedFirst, to: &name)
      }
    }
    return name
  }

  /// `Standard` is `standard`, `HDVideo` stays, as `4K` does.
  private static func beginsLower(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    guard let first = scalars.first, first.properties.isUppercase else { return word }
    let capitals = scalars.prefix { $0.properties.isUppercase }.count
    if capitals == scalars.count { return word.lowercased() }
    let lowered = capitals == 1 ? 1 : capitals - 1
    return String(String.UnicodeScalarView(scalars.prefix(lowered))).lowercased()
      + String(String.UnicodeScalarView(scalars.dropFirst(lowered)))
  }

  /// `0.5K` is `0p5K`: a point between digits is part of the number.
  private static func withPoints(_ value: String) -> String {
    let scalars = Array(value.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isPoint =
        scalar == "." && index > 0 && index + 1 < scalars.count
        && Words.isDigit(scalars[index - 1]) && Words.isDigit(scalars[index + 1])
      result.append(isPoint ? "p" : scalar)
    }
    return String(result)
  }

  /// `landscape_16_9` is a ratio as well.
  private static func joinsByX(_ name: String) -> Bool {
    ["landscape", "portrait", "square", "ratio", "aspect", "size"].contains { word in
      name.hasPrefix(word) && String(name.dropFirst(word.count)).isAllDigits
    }
  }
}
