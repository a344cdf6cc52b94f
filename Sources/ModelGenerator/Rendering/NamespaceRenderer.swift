/// Renders the enums that model types stand in.
enum NamespaceRenderer {
  /// - Parameter namespaces: Each after those that it stands in.
  static func declarations(_ namespaces: [[String]]) -> [SwiftDeclaration] {
    namespaces.compactMap { path in
      guard let name = path.last else { return nil }
      let parent = path.dropLast()
      let declaration = SwiftDeclaration(
        .namespace(SwiftName(name), []),
        documentation: Documentation("\(notePrefix)\(readable(name)) models."))
      return parent.isEmpty
        ? declaration : SwiftDeclaration(.extension(of: parent.map(SwiftName.init), [declaration]))
    }
  }

  private static let notePrefix = "A namespace for "

  /// A type's name in words: `Dreamina 4.0` for `Dreamina4_0`.
  private static func readable(_ name: String) -> String {
    var text = ""
    for character in name {
      let isCapital = character.isUppercase
      if let last = text.last,
        last.isNumber ? isCapital : last.isLowercase && (isCapital || character.isNumber)
      {
        text += " "
      }
      text.append(character == "_" ? "." : character)
    }
    return text
  }
}
