import ModelCore
import ModelSchema

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

  /// Calls `take` with every title, description and error message of a schema.
  static func visit(_ schema: JSONNode, _ take: (String) -> Void) {
    SchemaWalk.visit(schema, ()) { schema, _ in
      for member in schema.members {
        guard let keyword = Keyword(member.key) else { continue }
        if keyword.isText, let text = member.value.string { take(text) }
        guard keyword.value == .rules else { continue }
        for rule in member.value.elements { rule["validation_error"]?.string.map(take) }
      }
    }
  }
}
