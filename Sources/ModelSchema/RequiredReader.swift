import JSONTree
import SchemaRules

/// Reads `required`, and reports names that nothing describes.
enum RequiredReader {
  static func names(_ nodes: SchemaNodes, _ findings: inout Findings) -> [WireName] {
    let described = nodes.all("properties").flatMap { $0.members.map(\.key) }
    let known = Set(described.map(WireName.init))
    var names: [WireName] = []
    for list in nodes.all("required") {
      guard list.kind == .array else {
        findings.add(
          .warning, "\"required\" must be an array of keys, not a \(list.kind); it is ignored",
          at: list)
        continue
      }
      for node in list.elements {
        guard let name = node.string.map(WireName.init) else {
          findings.add(.warning, "\"required\" lists keys, and this is a \(node.kind)", at: node)
          continue
        }
        if !known.contains(name) { reportUndescribed(name.text, described, at: node, &findings) }
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  private static func reportUndescribed(
    _ name: String, _ described: [String], at node: JSONNode, _ findings: inout Findings
  ) {
    let near =
      Spelling.nearest(to: name, among: described)
      ?? described.first { name.hasSuffix($0) || $0.hasSuffix(name) }
    findings.add(
      .warning, "\"\(name)\" is required, but no property has this name", at: node,
      fix: near.map { "did you mean \"\($0)\"?" } ?? "it can be sent through extraFields")
  }
}
