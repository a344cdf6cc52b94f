import ModelCore

/// A wire name and the Swift name it would like to have.
struct NameCandidate {
  /// The exact text from the schema.
  var wire: WireName
  var preferred: String
  /// Smaller is more canonical: of two wire names with one preferred name, the smaller rank gets it.
  var rank: Int
  /// Set by the configuration: gets its preferred name before all others.
  var isPinned = false
}

/// Gives every wire name of a scope a Swift name of its own, whatever order they come in.
///
/// Of several with the same preferred name, the most canonical spelling gets it; the others get a
/// suffix made of their bytes. A plain name never contains an underscore before a letter, so a suffix
/// never takes a name that another one prefers.
enum NameResolver {
  static func resolve(_ candidates: [NameCandidate]) -> [WireName: String] {
    if Set(candidates.map(\.preferred)).count == candidates.count {
      return Dictionary(candidates.map { ($0.wire, $0.preferred) }) { _, last in last }
    }
    // Grouped by Swift's string equality: names that only look alike count as one.
    var groups: [String: [NameCandidate]] = [:]
    for candidate in candidates { groups[candidate.preferred, default: []].append(candidate) }
    var names: [WireName: String] = [:]
    for (_, group) in groups {
      let ordered = group.sorted { isMoreCanonical($0, than: $1) }
      for (index, candidate) in ordered.enumerated() {
        names[candidate.wire] =
          index == 0 ? candidate.preferred : candidate.preferred + suffix(candidate.wire)
      }
    }
    return withoutCollisions(names)
  }

  private static func isMoreCanonical(_ left: NameCandidate, than right: NameCandidate) -> Bool {
    if left.isPinned != right.isPinned { return left.isPinned }
    return left.rank == right.rank ? left.wire < right.wire : left.rank < right.rank
  }

  /// `_x` and six hexadecimal digits.
  static func suffix(_ wire: WireName) -> String {
    "_x" + Fingerprint(of: Array(wire.text.utf8)).hex.suffix(6)
  }

  /// Two suffixes of six digits may be the same once in sixteen million; the bytes themselves stand
  /// behind them then.
  private static func withoutCollisions(_ names: [WireName: String]) -> [WireName: String] {
    var owners: [String: [WireName]] = [:]
    for (wire, name) in names { owners[name, default: []].append(wire) }
    guard owners.count < names.count else { return names }
    var names = names
    for (name, wires) in owners where wires.count > 1 {
      for wire in wires.sorted().dropFirst() {
        let hex = wire.text.utf8.map { String(0x100 + Int($0), radix: 16).dropFirst() }.joined()
        names[wire] = name + "_x" + hex
      }
    }
    return names
  }
}
