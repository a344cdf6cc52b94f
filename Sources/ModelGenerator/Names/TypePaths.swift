import ModelCore
import ModelSchema

/// The module and the path of a model's type: `Bytedance.Dreamina4_0.Edit` in `BytedanceModels`.
package struct TypePath: Sendable, Hashable {
  package let module: String
  /// From the vendor's namespace to the type itself.
  package let components: [String]

  package var type: String { components[components.count - 1] }
  package var enclosing: [String] { Array(components.dropLast()) }
  package var dotted: String { components.joined(separator: ".") }
}

/// Gives every model ID a type of its own. All IDs are needed at once, because two may have the
/// same preferred name.
package struct TypePaths: Sendable {
  private let paths: [WireName: TypePath]

  package init(ids: [String], overrides: NameOverrides) {
    let tree = SegmentTree(ids: ids, overrides: overrides)
    var paths: [WireName: TypePath] = [:]
    for id in ids {
      paths[WireName(id)] = TypePath(
        module: tree.module(ofVendor: ModelIDParts.vendor(of: id)),
        components: tree.components(of: id))
    }
    self.paths = paths
  }

  /// The path of an id that was given at the start.
  package subscript(id: String) -> TypePath? { paths[WireName(id)] }
}
