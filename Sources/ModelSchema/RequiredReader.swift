import ModelCore

/// Reads `required`, and reports names that nothing describes.
enum RequiredReader {
  struct Result {
    var names: Set<WireName> = []
    /// Those that no property has, in order.
    var undescribed: [String] = []
  }

  static func read(
    _ nodes: SchemaNodes, properties: [PropertyList.Entry], _ findings: inout Findings
  ) -> Result {
    var result = Result()
    guard nodes.has(.required) else { return result }
    var unknown: [(name: String, node: JSONNode)] = []
    let described = Set(properties.map(\.name))
    for node in nodes.all(.required).lazy.flatMap(\.elements) {
      guard let name = node.string.map(WireName.init) else {
        let kind = ValueText.withArticle(node.kind.description)
        findings.add(
          .warning, "\"required\" lists keys, and this is \(kind); it is ignored", at: node)
        continue
      }
      guard result.names.insert(name).inserted, !described.contains(name) else { continue }
      unknown.append((name.text, node))
      result.undescribed.append(name.text)
    }
    guard !unknown.isEmpty else { return result }
    let candidates = properties.filter { !result.names.contains($0.name) }.map(\.name.text)
    for (name, node) in unknown {
      let fix = meant(name, among: candidates, &findings)
      findings.add(
        .warning, "\(ValueText.quoted(name)) is required, but no property has this name", at: node,
        fix: fix.isEmpty ? "describe it under \"properties\", or send it through extraFields" : fix)
    }
    return result
  }

  /// A slip, or a name that has the greater part in common: `image_urls` and `images`.
  private static func meant(
    _ name: String, among candidates: [String], _ findings: inout Findings
  ) -> String {
    let near = findings.suggestion(for: name, among: candidates)
    guard near.isEmpty, candidates.count <= 100 else { return near }
    let akin = candidates.first {
      name.hasSuffix("_" + $0) || $0.hasSuffix("_" + name) || name.commonPrefix(with: $0) >= 5
    }
    return akin.map { "did you mean \(ValueText.quoted($0))?" } ?? ""
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> Int {
    zip(utf8, other.utf8).prefix { $0 == $1 }.count
  }
}
