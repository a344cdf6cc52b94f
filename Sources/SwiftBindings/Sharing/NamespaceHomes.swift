import JSONTree

/// Which file declares which of the enums that model types stand in.
///
/// The first model of a vendor or family, by the bytes of its id, declares it. If a file of their own
/// held them all, the first model of a new vendor would change that file, and the compiler would go
/// through everybody who names anything in it.
package struct NamespaceHomes: Sendable, Hashable {
  private var byID: [WireName: [[String]]] = [:]
  /// Those that no model's file declares, by module: they are left over where bindings stay whose
  /// model file is broken.
  private(set) var others: [String: [[String]]] = [:]

  /// The file of a model that can't be used at the moment, so that nothing can be added to it.
  package struct StayingFile {
    let module: String
    let bytes: [UInt8]
  }

  /// - Parameters:
  ///   - models: Those whose files can be written, in any order.
  ///   - staying: Types of models whose files stay.
  ///   - files: Those files.
  init(
    of models: [(id: String, path: TypePath)], staying: [TypePath], files: [StayingFile],
    isSingleModule: Bool
  ) {
    func key(_ path: TypePath, _ components: [String]) -> Key {
      Key(module: isSingleModule ? "" : path.module, components: components)
    }
    // A model that has models below it is their namespace.
    var declared = Set((models.map(\.path) + staying).map { key($0, $0.components) })
    for file in files {
      for namespace in NamespaceHomes.namespaces(inFile: file.bytes) {
        declared.insert(Key(module: file.module, components: namespace))
      }
    }
    for (id, path) in models.sorted(by: { WireName($0.id) < WireName($1.id) }) {
      let own = path.namespaces.filter { declared.insert(key(path, $0)).inserted }
      if !own.isEmpty { byID[WireName(id)] = own }
    }
    for path in staying.sorted(by: { $0.dotted.utf8.lexicographicallyPrecedes($1.dotted.utf8) }) {
      let module = isSingleModule ? "" : path.module
      let own = path.namespaces.filter { declared.insert(key(path, $0)).inserted }
      if !own.isEmpty { others[module, default: []] += own }
    }
  }

  /// Whether a file that was written before declares what it would declare now.
  package func isUnchanged(_ id: String, inFile bytes: [UInt8]) -> Bool {
    self[id] == NamespaceHomes.namespaces(inFile: bytes)
  }

  /// What the file of a model declares, from the outside in.
  subscript(id: String) -> [[String]] { byID[WireName(id)] ?? [] }

  /// The lines at the head of the file, by which the generator knows it again.
  func lines(of id: String) -> [String] {
    self[id].map { NamespaceHomes.word + $0.joined(separator: ".") }
  }

  private static var word: String { "Namespace: " }

  private static func namespaces(inFile bytes: [UInt8]) -> [[String]] {
    FileHeader.marks(word, inFile: bytes).map { $0.split(separator: ".").map(String.init) }
  }

  private struct Key: Hashable {
    let module: String
    let components: [String]
  }
}

extension TypePath {
  /// What a type stands in, from the outside in.
  fileprivate var namespaces: [[String]] {
    components.indices.dropFirst().map { Array(components.prefix($0)) }
  }
}
