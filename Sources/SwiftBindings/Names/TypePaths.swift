import JSONTree
import ModelSchema

/// Where a model's type stands: `Bytedance.Dreamina4_0.Edit` in the module `BytedanceModels`.
public struct TypePath: Sendable, Hashable {
  public let module: String
  /// From the vendor's namespace to the type itself.
  public let components: [String]

  public var type: String { components[components.count - 1] }
  public var enclosing: [String] { Array(components.dropLast()) }
  public var dotted: String { components.joined(separator: ".") }
}

/// Gives every model id a type of its own. All ids are needed at once, since two may wish for one
/// name.
public struct TypePaths: Sendable {
  private let paths: [WireName: TypePath]

  public init(ids: [String], overrides: NameOverrides) {
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
  public subscript(id: String) -> TypePath? { paths[WireName(id)] }
}
