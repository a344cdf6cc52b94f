import ModelCore

/// The segments of a model id, as steps of a Swift path.
enum IDSegments {
  /// The steps of an id, each with the part of the id that it stands for.
  ///
  /// A segment that begins with a digit joins the one before, for no type is called `480p`.
  static func steps(of id: String) -> [(text: String, words: [String])] {
    let segments = id.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    var steps: [(text: String, words: [String])] = []
    for (index, segment) in segments.enumerated() {
      let words = Words.split(segment)
      if index > 1, words.first?.beginsWithDigit == true, var last = steps.popLast() {
        last.text += "/" + segment
        last.words += words
        steps.append(last)
      } else {
        steps.append((segment, words))
      }
    }
    return steps
  }

  /// The name that a step would like to have.
  static func typeName(_ step: (text: String, words: [String]), isVendor: Bool) -> String {
    let fallback = isVendor ? "Vendor" : "Model"
    var name = CamelCase.upper(step.words)
    if name.isEmpty { name = "Unnamed" }
    if !KeyName.canBeginType(name) { name = fallback + name }
    if ReservedNames.isTaken(type: name) || isVendor && VendorNames.isTaken(name) {
      name += fallback
    }
    return KeyName.shortened(name, step.text)
  }

  /// Dots are canonical, as in `wan-2.7`: the more of them the better.
  static func rank(_ text: String) -> Int { -text.utf8.filter { $0 == UInt8(ascii: ".") }.count }

  static func isMoreCanonical(_ left: String, than right: String) -> Bool {
    let (leftRank, rightRank) = (rank(left), rank(right))
    return leftRank == rightRank ? WireName(left) < WireName(right) : leftRank < rightRank
  }
}
