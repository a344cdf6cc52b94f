import ModelCore

/// Names for the files of a module, unique even where case doesn't count.
enum FileNames {
  /// The file of those namespaces that no model's file declares.
  static var namespaces: String { "Namespaces.swift" }

  /// Names that no model's file may have: the namespaces' own, and the one that would make a
  /// module a program.
  private static let taken: Set<String> = ["namespaces", "main"]

  /// - Parameter paths: The models of one module, by id.
  static func resolve(_ paths: [(id: String, path: TypePath)]) -> [WireName: String] {
    var byFoldedName: [String: [(id: String, name: String)]] = [:]
    for (id, path) in paths {
      let name = shortened(path.dotted, id)
      byFoldedName[name.lowercased(), default: []].append((id, name))
    }
    var names: [WireName: String] = [:]
    for (folded, entries) in byFoldedName {
      let ordered = entries.sorted { IDSegments.isMoreCanonical($0.id, than: $1.id) }
      for (index, entry) in ordered.enumerated() {
        let isPlain = index == 0 && !taken.contains(folded)
        let suffix = isPlain ? "" : NameResolver.suffix(WireName(entry.id))
        names[WireName(entry.id)] = entry.name + suffix + ".swift"
      }
    }
    return names
  }

  /// File systems stop at 255 bytes.
  private static func shortened(_ name: String, _ id: String) -> String {
    guard name.utf8.count > 200 else { return name }
    var kept = name[...]
    while kept.utf8.count > 200 { kept.removeLast() }
    return kept + NameResolver.suffix(WireName(id))
  }
}
