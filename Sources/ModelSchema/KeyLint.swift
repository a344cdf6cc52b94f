import JSONTree

/// Reports keys that Swift holds to be one string and the wire to be two.
enum KeyLint {
  static func check(_ properties: [Property], _ findings: inout Findings) {
    var seen: Set<String> = []
    for property in properties where !seen.insert(property.key).inserted {
      findings.add(
        .warning, "the key \"\(property.key)\" reads like another one and differs from it in bytes",
        at: property.node, fix: "spell it one way (Unicode NFC) if they are meant to be the same")
    }
  }
}
