/// Patterns that are well formed in every dialect and mean the same in each.
extension RandomSchema {
  private static let atoms = [
    "a", "b", "é", "1", ".", "\\w", "\\W", "\\d", "\\D", "\\s", "\\S", "[ab]", "[^a]", "[a-f1é]",
    "[^\\d]", "[\\w-]", "\u{1F600}", "\\p{L}", "\\P{Lu}",
  ]
  private static let quantifiers = [
    "*", "+", "?", "{2}", "{1,2}", "{0,1}", "{1,}", "*?", "+?", "??",
  ]

  mutating func pattern(depth: Int) -> String {
    let body = alternatives(depth: depth)
    // An anchor must not bind to the first or last alternative alone, in this one half of cases.
    let grouped = chance(50) ? "(?:\(body))" : body
    return (chance(50) ? "^" : "") + grouped + (chance(50) ? "$" : "")
  }

  private mutating func alternatives(depth: Int) -> String {
    (0..<count(1...2)).map { _ in sequence(depth: depth) }.joined(separator: "|")
  }

  private mutating func sequence(depth: Int) -> String {
    (0..<count(1...3)).map { _ in
      var atom = pick(RandomSchema.atoms, or: "a")
      if depth > 0, chance(30) {
        atom = (chance(50) ? "(" : "(?:") + alternatives(depth: depth - 1) + ")"
      }
      return atom + (chance(40) ? pick(RandomSchema.quantifiers, or: "*") : "")
    }.joined()
  }
}
