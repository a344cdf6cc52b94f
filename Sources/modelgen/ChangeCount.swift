import Generation
import SchemaRules
import ToolSupport

/// The number of changed files, which `generate` prints at the end.
struct ChangeCount {
  /// None if nothing changed.
  let lines: [String]

  init(_ changes: [FileChange], in folder: String) {
    let manifest = Paths.join(folder, BindingsManifest.fileName)
    let bindings = changes.filter { $0.path.hasPrefix(folder + "/") && $0.path != manifest }
    var counts: [String: Int] = [:]
    for change in bindings { counts[change.verb, default: 0] += 1 }
    var parts: [String] = []
    for verb in ["created", "changed", "deleted"] {
      guard let count = counts[verb] else { continue }
      parts.append((parts.isEmpty ? ValueText.counted(count, "file") : "\(count)") + " " + verb)
    }
    // The manifest is worth a line only if nothing else changed.
    let others = changes.filter { change in
      !change.path.hasPrefix(folder + "/") || change.path == manifest && bindings.isEmpty
    }
    lines =
      (parts.isEmpty ? [] : ["\(folder): " + parts.joined(separator: ", ")])
      + others.map(\.report)
  }
}
