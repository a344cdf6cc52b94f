extension JSONNode {
  /// The members of an object, every key once: of a duplicate key the last value counts, as in
  /// lookups.
  ///
  /// Takes no longer than reading the object once, whatever the text has been made to do.
  package var distinctMembers: [JSONMember] {
    let members = Array(members)
    guard document.hasDuplicateKeys else { return members }
    var seen: Set<WireName> = []
    return members.reversed().filter { seen.insert(WireName($0.key)).inserted }.reversed()
  }

  /// The values of an object by their keys, for whoever asks for many: a lookup in the text reads
  /// all of the object.
  package var membersByKey: [WireName: JSONNode] {
    var found: [WireName: JSONNode] = [:]
    for member in members { found[WireName(member.key)] = member.value }
    return found
  }
}
