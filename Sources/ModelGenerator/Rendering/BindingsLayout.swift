import ModelCore

/// The types and files of all models: names depend on all of them at once.
struct BindingsLayout: Sendable {
  let paths: TypePaths
  /// The names of the types that stand in the types of other models, by the path of those.
  let children: [[String]: Set<String>]
  private let fileNames: [WireName: String]
  private let isSingleModule: Bool

  init(ids: [String], options: BindingsOptions) {
    isSingleModule = options.isSingleModule
    let ids = Set(ids.map(WireName.init)).sorted().map(\.text)
    let paths = TypePaths(ids: ids, overrides: options.overrides)
    self.paths = paths
    let entries = ids.compactMap { id in paths[id].map { (id: id, path: $0) } }
    let types = Set(entries.map(\.path.components))
    var children: [[String]: Set<String>] = [:]
    for type in types {
      for count in type.indices.dropFirst() where types.contains(Array(type[..<count])) {
        children[Array(type[..<count]), default: []].insert(type[count])
      }
    }
    self.children = children
    let modules = Dictionary(grouping: entries) { options.isSingleModule ? "" : $0.path.module }
    var fileNames: [WireName: String] = [:]
    for (_, entries) in modules {
      fileNames.merge(FileNames.resolve(entries)) { first, _ in first }
    }
    self.fileNames = fileNames
  }

  /// The path of a model's file below the output folder.
  func filePath(of id: String) -> String? {
    guard let path = paths[id], let name = fileNames[WireName(id)] else { return nil }
    return isSingleModule ? name : path.module + "/" + name
  }
}

/// The options for generated code.
package struct BindingsOptions: Sendable {
  package var access: AccessLevel
  /// A Boolean value that indicates whether all files belong to one module instead of one for each
  /// vendor.
  package var isSingleModule: Bool
  package var overrides: NameOverrides

  package init(
    access: AccessLevel = .public, isSingleModule: Bool = false,
    overrides: NameOverrides = NameOverrides()
  ) {
    self.access = access
    self.isSingleModule = isSingleModule
    self.overrides = overrides
  }
}
