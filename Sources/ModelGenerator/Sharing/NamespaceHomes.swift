import ModelCore

/// The file that declares each of the enums that model types stand in.
///
/// The first model of a vendor or family, by the bytes of its id, declares it. If a file of their own
/// held them all, the first model of a new vendor would change that file, and the compiler would go
/// through everybody who names anything in it.
struct NamespaceHomes: Sendable {
  private var byID: [WireName: [[String]]] = [:]
  /// Those that no model's file declares, by module: they are left over where bindings stay whose
  /// model file can't be read.
  private(set) var others: [String: [[String]]] = [:]

  /// - Parameters:
  ///   - inputs: The models whose files are written.
  ///   - staying: The files that stay as they are, by path.
  init(
    of inputs: [NamedInput], besides staying: [String: FileRecord], _ options: BindingsOptions
  ) {
    let files = staying.map { path, record in
      (module: String(path.prefix { $0 != "/" }), record: record)
    }
    func key(_ module: String, _ components: [String]) -> Key {
      Key(module: options.isSingleModule ? "" : module, components: components)
    }
    // A model that has models below it is their namespace.
    var declared = Set(inputs.map { key($0.path.module, $0.path.components) })
    for (module, record) in files {
      declared.insert(key(module, record.type))
      for namespace in record.namespaces ?? [] { declared.insert(key(module, namespace)) }
    }
    var homes: [(id: WireName, module: String, type: [String], isStaying: Bool)] = inputs.map {
      (WireName($0.model.id), $0.path.module, $0.path.components, false)
    }
    // Most likely a file declares what it would declare if it could be generated again.
    homes += files.filter { $0.record.namespaces == nil }.map {
      (WireName($0.record.model), $0.module, $0.record.type, true)
    }
    for home in homes.sorted(by: { $0.id < $1.id }) {
      let own = home.type.namespaces.filter { declared.insert(key(home.module, $0)).inserted }
      if !own.isEmpty, !home.isStaying { byID[home.id] = own }
    }
    for (module, record) in files.sorted(by: {
      $0.record.type.lexicographicallyPrecedes($1.record.type)
    }) {
      let own = record.type.namespaces.filter { declared.insert(key(module, $0)).inserted }
      if !own.isEmpty { others[options.isSingleModule ? "" : module, default: []] += own }
    }
  }

  /// Returns what the file of a model declares, from the outside in.
  subscript(id: String) -> [[String]] { byID[WireName(id)] ?? [] }

  private struct Key: Hashable {
    let module: String
    let components: [String]
  }
}

extension [String] {
  /// The path of each namespace that a type stands in, from the outside in.
  fileprivate var namespaces: [[String]] { indices.dropFirst().map { Array(prefix($0)) } }
}
