import ModelCore

/// The types of values that models of a vendor share.
///
/// Models of one family often publish the same sizes or ratios. The first of them, by the bytes of
/// its id, declares the type, and the others name it by an alias: whoever compiles bindings pays
/// for every type, and a value that two models take needs no conversion.
struct ValueSharing: Sendable {
  private var originalsByID: [WireName: [[String]: [String]]] = [:]

  /// - Parameters:
  ///   - inputs: In the order of their ids.
  ///   - others: The types of models whose files stay as they are.
  init(_ inputs: [NamedInput], besides others: [[String]]) {
    var originals: [Key: [String]] = [:]
    let scopes = TypeScopes(inputs.map(\.path.components) + others)
    for input in inputs {
      let path = input.path
      for type in input.valueTypes {
        let key = Key(module: path.module, namespace: path.components[0], digest: type.digest)
        if let original = originals[key], scopes.canNameVendor(inside: path) {
          originalsByID[WireName(input.model.id), default: [:]][type.name] = original
        } else if originals[key] == nil {
          originals[key] = path.components + type.name
        }
      }
    }
  }

  /// Returns the types that another model declares, by their path below the model's own type.
  func originals(of id: String) -> [[String]: [String]] { originalsByID[WireName(id)] ?? [:] }

  private struct Key: Hashable {
    let module: String
    let namespace: String
    let digest: String
  }
}

/// The names that stand beside a model's type, where they hide what is further out.
private struct TypeScopes {
  private var children: [[String]: Set<String>] = [:]

  init(_ paths: [[String]]) {
    for path in paths {
      for (index, name) in path.enumerated() {
        children[Array(path[..<index]), default: []].insert(name)
      }
    }
  }

  /// Returns a Boolean value that indicates whether the vendor's namespace has the same meaning
  /// inside a model's type.
  func canNameVendor(inside path: TypePath) -> Bool {
    let vendor = path.components[0]
    let scopes = [path.components] + (path.enclosing.isEmpty ? [] : [path.enclosing])
    return scopes.allSatisfy { children[$0]?.contains(vendor) != true }
  }
}
