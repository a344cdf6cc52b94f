import ModelSchema

/// The documentation comments of fields and objects.
enum PropertyDocumentation {
  static func comment(_ property: Property, named identifier: String) -> Documentation {
    var comment = Documentation()
    let title = readable(property.title)
    let description = readable(property.description)
    comment.add(description.isEmpty ? title : sentence(title, before: description))
    var facts = property.facts
    if comment.isEmpty {
      comment.add(property.key.isEmpty ? "The empty key." : "`\(property.key)`")
    } else if property.key != identifier {
      facts.insert("Key: `\(property.key)`", at: 0)
    }
    comment.add(items: facts)
    return comment
  }

  static func comment(_ object: ObjectShape, fallback: String) -> Documentation {
    var comment = Documentation()
    comment.add(readable(object.title))
    comment.add(readable(object.description))
    if comment.isEmpty { comment.add(fallback) }
    comment.add(items: object.keyRules.map(\.fact))
    return comment
  }

  /// A vendor's text, unless it is a placeholder that was never translated.
  static func readable(_ text: String) -> String {
    text.hasPrefix("modelApiDoc_") && !text.contains(" ") ? "" : text
  }

  private static func sentence(_ title: String, before description: String) -> String {
    guard !title.isEmpty else { return description }
    let end = title.last.map { ".!?:".contains($0) } ?? false ? "" : "."
    return "\(title)\(end) \(description)"
  }
}
