import JSONTree

/// Which models of a vendor share types of values.
///
/// Models of one family often publish the same sizes or ratios. The first of them, by the bytes of
/// its id, declares the type, and the others name it by an alias: whoever compiles bindings pays
/// for every type, and a value that two models take needs no conversion.
package struct ValueSharing: Sendable {
  private var marksByID: [WireName: [ValueMark]] = [:]

  /// Nothing is shared.
  package init() {}

  /// - Parameters:
  ///   - models: The types of every model, in any order.
  ///   - paths: Where the models' own types stand.
  init(_ models: [(id: String, types: [ValueType])], paths: TypePaths) {
    var originals: [Key: String] = [:]
    let scopes = TypeScopes(models.compactMap { paths[$0.id] })
    for (id, types) in models.sorted(by: { WireName($0.id) < WireName($1.id) }) {
      guard let path = paths[id] else { continue }
      marksByID[WireName(id)] = types.map { type in
        let key = Key(module: path.module, namespace: path.components[0], digest: type.digest)
        let name = (path.components + type.name).joined(separator: ".")
        guard let original = originals[key], scopes.canNameVendor(inside: path) else {
          originals[key] = originals[key] ?? name
          return ValueMark(type: type, original: nil)
        }
        return ValueMark(type: type, original: original)
      }
    }
  }

  /// Whether a file that was written before shares what it would share now.
  package func isUnchanged(_ id: String, inFile bytes: [UInt8]) -> Bool {
    marks(of: id) == ValueMark.marks(inFile: bytes)
  }

  func marks(of id: String) -> [ValueMark] { marksByID[WireName(id)] ?? [] }

  /// Where a type below a model's own is declared, if that is elsewhere.
  func originals(of id: String) -> [[String]: String] {
    var originals: [[String]: String] = [:]
    for mark in marks(of: id) { originals[mark.type.name] = mark.original }
    return originals
  }

  private struct Key: Hashable {
    let module: String
    let namespace: String
    let digest: String
  }
}

/// The names that stand beside a model's type, where they hide what is further out.
private struct TypeScopes {
  private var children: [[String]: Set<String>] = [:]

  init(_ paths: [TypePath]) {
    for path in paths {
      for (index, name) in path.components.enumerated() {
        children[Array(path.components[..<index]), default: []].insert(name)
      }
    }
  }

  /// Whether the vendor's namespace means the same inside a model's type as outside.
  func canNameVendor(inside path: TypePath) -> Bool {
    let vendor = path.components[0]
    let scopes = [path.components] + (path.enclosing.isEmpty ? [] : [path.enclosing])
    return scopes.allSatisfy { children[$0]?.contains(vendor) != true }
  }
}
