/// Renders the enums that model types stand in.
package enum NamespaceRenderer {
  private static let vendorNote = "Models of this vendor."
  private static let familyNote = "Models of this family."

  /// - Parameter namespaces: Each after those that it stands in.
  static func declarations(_ namespaces: [[String]]) -> [SwiftDeclaration] {
    namespaces.compactMap { path in
      guard let name = path.last else { return nil }
      let parent = path.dropLast()
      let declaration = SwiftDeclaration(
        .namespace(SwiftName(name), []),
        documentation: Documentation(parent.isEmpty ? vendorNote : familyNote))
      return parent.isEmpty
        ? declaration : SwiftDeclaration(.extension(of: parent.map(SwiftName.init), [declaration]))
    }
  }

  /// Whether a line of emitted code, without the space before it, is of namespaces alone. Which
  /// model's file has them says nothing about the model.
  package static func isOfNamespaces(line: String) -> Bool {
    line.hasPrefix("nonisolated extension ")
      || line == "/// " + vendorNote || line == "/// " + familyNote
      || line.hasSuffix(" {}") && line.split(separator: " ").prefix(3).contains("enum")
  }
}
