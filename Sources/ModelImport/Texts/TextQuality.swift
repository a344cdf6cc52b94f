/// The usefulness of a text as documentation.
enum TextQuality: Int, Comparable, Sendable {
  /// The name of a text that was never filled in: `modelApiDoc_navInputSchema`.
  case placeholder
  /// In another language than English.
  case translated
  /// A name, a word or two: no telling.
  case plain
  case english

  static func < (left: TextQuality, right: TextQuality) -> Bool { left.rawValue < right.rawValue }

  init(_ text: String) {
    if TextQuality.isPlaceholder(text) {
      self = .placeholder
      return
    }
    var english = 0
    var other = 0
    let isPartOfWord = { (scalar: Unicode.Scalar) in scalar.properties.isAlphabetic }
    for word in text.unicodeScalars.split(whereSeparator: { !isPartOfWord($0) }) {
      let lower = String(String.UnicodeScalarView(word)).lowercased()
      if word.contains(where: { $0.value > 0x7F }) || TextQuality.otherWords.contains(lower) {
        other += 1
      } else if TextQuality.englishWords.contains(lower) {
        english += 1
      }
    }
    // A foreign word in an English sentence is one among many.
    self = english > 3 * other ? .english : other > 0 ? .translated : .plain
  }

  /// `modelApiDoc_outDescImage`: one word, in camel case up to an underscore or dot. A key such as
  /// `image_urls` has no capital, a title has blanks.
  static func isPlaceholder(_ text: String) -> Bool {
    if text.utf8.elementsEqual("modelApiDoc".utf8) || text.contains("modelApiDoc_") { return true }
    let head = text.utf8.prefix { $0.isLetter || $0.isDigit }
    let rest = text.utf8.dropFirst(head.count)
    guard let first = head.first, first == first.lowercased,
      head.contains(where: { $0.isLetter && $0 != $0.lowercased }),
      rest.first == UInt8(ascii: "_") || rest.first == UInt8(ascii: "."), rest.count > 1
    else { return false }
    return rest.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
  }

  /// Short words that hardly an English sentence does without, and no other language has.
  private static let englishWords: Set<String> = [
    "the", "of", "and", "to", "is", "are", "with", "for", "from", "this", "that", "your", "you",
    "or", "if", "not", "multiple", "single", "only", "which", "higher", "whether", "be", "by", "at",
    "image", "an", "must", "should", "than", "when", "text", "supports", "each", "will", "can",
  ]

  private static let otherWords: Set<String> = [
    "di", "il", "lo", "la", "le", "les", "des", "du", "un", "una", "uno", "per", "con", "del",
    "della", "de", "da", "dos", "das", "der", "die", "und", "ein", "eine", "einer", "el", "los",
    "las", "para", "por", "mit", "pour", "une", "et", "ou", "den", "dem", "im", "nel", "gli", "su",
    "singola", "singolo", "imagem", "imagen", "immagine", "immagini", "bild", "bilder", "eingabe",
    "entrada", "salida", "ausgabe", "oder", "nicht", "que", "dans", "sur", "als", "zur", "zum",
  ]
}
