import JSONTree
import SchemaRules

/// Reports words of a schema that nothing here understands.
enum KeywordLint {
  static func check(_ schema: JSONNode, _ findings: inout Findings) -> [String] {
    var unchecked: [String] = []
    for member in schema.members {
      let key = member.key
      if Keywords.understood.contains(key) || Keywords.silent.contains(key) { continue }
      if Keywords.dynamicOnly.contains(key) {
        unchecked.append(key)
        findings.add(
          .warning, "bindings don't check \"\(key)\"", at: member.keyNode,
          fix: "`modelgen validate` does, where it can")
      } else if key.hasPrefix("x-") {
        findings.add(
          .note, "\"\(key)\" is an extension that means nothing here", at: member.keyNode)
      } else {
        let known = Keywords.understood + Keywords.silent + Keywords.dynamicOnly
        let near = Spelling.nearest(to: key, among: known)
        findings.add(
          .warning, "\"\(key)\" is not a keyword that is understood; it is ignored",
          at: member.keyNode, fix: near.map { "did you mean \"\($0)\"?" } ?? "")
      }
    }
    return unchecked
  }
}
