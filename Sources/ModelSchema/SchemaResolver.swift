import JSONTree

/// Follows `$ref` and `allOf`, and takes apart the unions that mean "or null" or "one of these".
struct SchemaResolver {
  /// What `#` means.
  let root: JSONNode
  /// How many schemas may still be read: references can multiply without end.
  var budget = 20_000

  init(root: JSONNode) { self.root = root }

  mutating func resolve(_ node: JSONNode, _ findings: inout Findings) -> SchemaNodes {
    var result = SchemaNodes(nodes: [])
    var seen: Set<Int> = []
    collect(node, into: &result, seen: &seen, &findings)
    return result
  }

  private mutating func collect(
    _ node: JSONNode, into result: inout SchemaNodes, seen: inout Set<Int>,
    _ findings: inout Findings
  ) {
    guard seen.insert(node.byteRange.lowerBound).inserted, budget > 0 else { return }
    budget -= 1
    result.nodes.append(node)
    if node["nullable"]?.bool == true { result.isNullable = true }
    if let reference = node["$ref"], let target = target(of: reference, &findings) {
      collect(target, into: &result, seen: &seen, &findings)
    }
    if let parts = node["allOf"] {
      for part in parts.elements { collect(part, into: &result, seen: &seen, &findings) }
    }
    for keyword in ["anyOf", "oneOf"] {
      guard let union = node[keyword] else { continue }
      let branches = union.elements.filter { !isNullOnly($0) }
      if branches.count < union.elements.reduce(0, { count, _ in count + 1 }) {
        result.isNullable = true
      }
      if branches.count == 1 {
        collect(branches[0], into: &result, seen: &seen, &findings)
      } else {
        result.alternatives += branches
      }
    }
  }

  private func isNullOnly(_ node: JSONNode) -> Bool {
    node["type"]?.string == "null" || node["const"]?.isNull == true
  }

  private func target(of reference: JSONNode, _ findings: inout Findings) -> JSONNode? {
    guard let text = reference.string, text.utf8.first == UInt8(ascii: "#") else {
      findings.add(
        .warning, "a reference to another file is not followed", at: reference,
        fix: "copy what it names under \"$defs\" of this schema")
      return nil
    }
    let pointer = PercentEncoding.decode(String(text.dropFirst()))
    if let target = root.node(at: pointer) ?? root.document.root.node(at: pointer) { return target }
    findings.add(.warning, "the reference \"\(text)\" names nothing in this file", at: reference)
    return nil
  }
}
