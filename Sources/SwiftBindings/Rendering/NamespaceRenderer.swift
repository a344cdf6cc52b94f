/// Renders the enums that model types stand in.
enum NamespaceRenderer {
  /// - Parameter paths: All models of a module.
  static func declarations(_ paths: [TypePath]) -> [SwiftDeclaration] {
    let models = Set(paths.map(\.components))
    var namespaces: Set<[String]> = []
    for path in paths {
      for count in 1..<max(path.components.count, 1) {
        namespaces.insert(Array(path.components.prefix(count)))
      }
    }
    // A model that has models below it is their namespace.
    namespaces.subtract(models)
    let byParent = Dictionary(grouping: namespaces) { Array($0.dropLast()) }
    return byParent.keys.sorted(by: precedes).map { parent in
      let children = (byParent[parent] ?? []).compactMap(\.last).sorted(by: utf8Precedes)
      let enums = children.map { child in
        SwiftDeclaration(
          .namespace(SwiftName(child), []),
          documentation: Documentation(
            parent.isEmpty ? "Models of this vendor." : "Models of this family."))
      }
      return (parent, enums)
    }.flatMap { (parent: [String], enums: [SwiftDeclaration]) in
      parent.isEmpty
        ? enums : [SwiftDeclaration(.extension(of: parent.map(SwiftName.init), enums))]
    }
  }

  private static func precedes(_ left: [String], _ right: [String]) -> Bool {
    left.count == right.count
      ? left.lexicographicallyPrecedes(right, by: utf8Precedes) : left.count < right.count
  }

  private static func utf8Precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
