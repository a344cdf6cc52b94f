import JSONTree

/// Names for the files of a module, unique even where case doesn't count.
enum FileNames {
  /// - Parameter paths: The models of one module, by id.
  static func resolve(_ paths: [(id: String, path: TypePath)]) -> [WireName: String] {
    var byFoldedName: [String: [(id: String, path: TypePath)]] = [:]
    for entry in paths { byFoldedName[entry.path.dotted.lowercased(), default: []].append(entry) }
    var names: [WireName: String] = [:]
    for (_, entries) in byFoldedName {
      let ordered = entries.sorted {
        let (left, right) = (IDSegments.rank($0.id), IDSegments.rank($1.id))
        return left == right ? WireName($0.id) < WireName($1.id) : left < right
      }
      for (index, entry) in ordered.enumerated() {
        let suffix = index == 0 ? "" : NameResolver.suffix(WireName(entry.id))
        names[WireName(entry.id)] = shortened(entry.path.dotted, entry.id) + suffix + ".swift"
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
