import JSONTree

/// The texts of a schema that people read.
enum SchemaTexts {
  /// The amount of documentation in a schema. Of two equivalent schemas, the one with the higher
  /// rank is kept.
  ///
  /// An English text counts more than a translated one, and that more than the name of a text that
  /// was never filled in or none at all. So one placeholder does not cost a page its other texts.
  struct Rank: Comparable {
    private var score = 0
    private(set) var hasPlaceholders = false
    private(set) var hasTranslations = false

    init(_ schema: JSONNode?, isTranslated: Bool) {
      guard let schema else { return }
      SchemaTexts.visit(schema) { text in
        guard !text.isEmpty else { return }
        switch TextQuality(text) {
        case .placeholder:
          hasPlaceholders = true
        case .translated:
          score += 1
          hasTranslations = true
        case .plain: score += isTranslated ? 1 : 2
        case .english: score += 2
        }
      }
    }

    static func < (left: Rank, right: Rank) -> Bool { left.score < right.score }
    static func == (left: Rank, right: Rank) -> Bool { left.score == right.score }
  }

  /// Hands over every title, description and message of a schema; values that merely look like
  /// some, such as a property called `title` or a default, are left alone.
  static func visit(_ node: JSONNode, _ isNames: Bool = false, _ take: (String) -> Void) {
    for element in node.elements { visit(element, false, take) }
    for member in node.members {
      let key = member.key
      if !isNames, SchemaComparison.texts.contains(key), let text = member.value.string {
        take(text)
      } else if isNames || !["default", "enum", "const", "examples", "example"].contains(key) {
        visit(member.value, ["properties", "$defs", "definitions"].contains(key) && !isNames, take)
      }
    }
  }
}
