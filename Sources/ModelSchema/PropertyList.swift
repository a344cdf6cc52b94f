import ModelCore

/// The keys that the schemas of one object describe, each with all that is said of it.
enum PropertyList {
  struct Entry {
    let name: WireName
    /// The first occurrence of the key.
    let keyNode: JSONNode
    /// More than one where several parts of an `allOf` describe it.
    var schemas: [JSONNode]
  }

  static func read(_ nodes: SchemaNodes, _ findings: inout Findings) -> [Entry] {
    let lists = nodes.all(.properties)
    guard let first = lists.first else { return [] }
    var entries: [Entry] = []
    if lists.count == 1, !first.document.hasDuplicateKeys {
      entries = first.members.map {
        Entry(name: WireName($0.key), keyNode: $0.keyNode, schemas: [$0.value])
      }
    } else {
      entries = merged(lists)
    }
    for entry in entries {
      guard let message = HiddenText.message("key", entry.name.text) else { continue }
      findings.add(.warning, message, at: entry.keyNode, fix: HiddenText.advice)
    }
    reportTwins(entries, &findings)
    return entries
  }

  private static func merged(_ lists: [JSONNode]) -> [Entry] {
    var entries: [Entry] = []
    var places: [WireName: Int] = [:]
    for list in lists {
      var own: Set<WireName> = []
      for member in list.members {
        let name = WireName(member.key)
        let stoodHere = !own.insert(name).inserted
        guard let place = places[name] else {
          places[name] = entries.count
          entries.append(Entry(name: name, keyNode: member.keyNode, schemas: [member.value]))
          continue
        }
        // Of a key that stands twice in one object the last value counts.
        if stoodHere { entries[place].schemas.removeLast() }
        entries[place].schemas.append(member.value)
      }
    }
    return entries
  }

  /// Keys that Swift holds to be one string and the wire to be two.
  private static func reportTwins(_ entries: [Entry], _ findings: inout Findings) {
    var readings = Set(entries.map(\.name.text))
    guard readings.count < entries.count else { return }
    readings.removeAll()
    for entry in entries where !readings.insert(entry.name.text).inserted {
      findings.add(
        .warning,
        "the key \(ValueText.quoted(entry.name.text)) reads like another one and differs from it "
          + "in bytes", at: entry.keyNode,
        fix: "spell it one way (Unicode NFC) if they are meant to be the same")
    }
  }
}
