/// Renders the enums that model types stand in.
enum NamespaceRenderer {
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
}
