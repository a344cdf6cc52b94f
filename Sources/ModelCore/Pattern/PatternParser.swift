/// Reads the text of a pattern.
struct PatternParser {
  let scalars: [Unicode.Scalar]
  var position = 0
  private var depth = 0

  /// Deep enough for any pattern a person writes; keeps recursion harmless.
  private static var maximumDepth: Int { 64 }

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  func peek(_ distance: Int) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  func failure(_ message: String, at offset: Int? = nil) -> PatternError {
    PatternError(message: message, offset: offset ?? position)
  }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  mutating func parse() throws(PatternError) -> PatternTree {
    let tree = try parseAlternatives()
    guard current == nil else { throw failure("a closing bracket has no opening one") }
    return tree
  }

  private mutating func parseAlternatives() throws(PatternError) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PatternParser.maximumDepth else {
      throw failure("groups are nested too deeply")
    }
    var alternatives = [try parseSequence()]
    while skip("|") { alternatives.append(try parseSequence()) }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func parseSequence() throws(PatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      parts.append(try parseTerm(scalar))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func parseTerm(_ scalar: Unicode.Scalar) throws(PatternError) -> PatternTree {
    let start = position
    position += 1
    switch scalar {
    case "^": return try unrepeated(.start)
    case "$": return try unrepeated(.end)
    case "(":
      let group = try parseGroup(from: start)
      return try parseQuantifier(of: group)
    case "[": return try parseQuantifier(of: .set(try parseClass(from: start)))
    case ".": return try parseQuantifier(of: .set(.anyButLineEnd))
    case "\\":
      if skip("b") { return try unrepeated(.wordBoundary) }
      if skip("B") { return try unrepeated(.noWordBoundary) }
      return try parseQuantifier(of: .set(try parseEscape(from: start, inClass: false).set))
    case "*", "+", "?": throw failure("there is nothing to repeat", at: start)
    case "{", "}", "]": throw failure("\(scalar) must be written as \\\(scalar)", at: start)
    default:
      return try parseQuantifier(of: .set(ScalarSet([scalar.value...scalar.value])))
    }
  }

  private mutating func unrepeated(
    _ assertion: PatternAssertion
  ) throws(PatternError) -> PatternTree {
    if let next = current, next == "*" || next == "+" || next == "?" || next == "{" {
      throw failure("an assertion can't be repeated")
    }
    return .assertion(assertion)
  }

  private mutating func parseGroup(from start: Int) throws(PatternError) -> PatternTree {
    if skip("?") {
      switch (current, peek(1)) {
      case (":", _): position += 1
      case ("=", _), ("!", _): throw failure("looking ahead is not supported", at: start)
      case ("<", "="), ("<", "!"): throw failure("looking behind is not supported", at: start)
      case ("<", _): try skipGroupName(from: start)
      default: throw failure("this kind of group is not supported", at: start)
      }
    }
    let tree = try parseAlternatives()
    guard skip(")") else { throw failure("the group has no end", at: start) }
    return tree
  }

  private mutating func skipGroupName(from start: Int) throws(PatternError) {
    position += 1
    let nameStart = position
    while let scalar = current, scalar != ">" {
      let mayStand =
        position == nameStart ? scalar.properties.isIDStart : scalar.properties.isIDContinue
      guard mayStand || scalar == "$" || scalar == "_" else {
        throw failure("a group's name must be an identifier")
      }
      position += 1
    }
    guard position > nameStart, skip(">") else {
      throw failure("the group's name has no end", at: start)
    }
  }

  private mutating func parseQuantifier(of tree: PatternTree) throws(PatternError) -> PatternTree {
    let start = position
    var result = tree
    if skip("*") {
      result = .repetition(tree, atLeast: 0, atMost: nil)
    } else if skip("+") {
      result = .repetition(tree, atLeast: 1, atMost: nil)
    } else if skip("?") {
      result = .repetition(tree, atLeast: 0, atMost: 1)
    } else if skip("{") {
      result = try parseCount(of: tree, from: start)
    } else {
      return tree
    }
    _ = skip("?")
    if let next = current, next == "*" || next == "+" || next == "?" || next == "{" {
      throw failure("a quantifier can't be repeated")
    }
    return result
  }

  private mutating func parseCount(
    of tree: PatternTree, from start: Int
  ) throws(PatternError) -> PatternTree {
    guard let minimum = try parseInteger() else {
      throw failure("{ must be written as \\{ where it isn't a count", at: start)
    }
    var maximum: Int? = minimum
    if skip(",") { maximum = try parseInteger() }
    guard skip("}") else { throw failure("the count has no end", at: start) }
    if let maximum, maximum < minimum {
      throw failure("the count's bounds are out of order", at: start)
    }
    return .repetition(tree, atLeast: minimum, atMost: maximum)
  }

  private mutating func parseInteger() throws(PatternError) -> Int? {
    var value: Int?
    while let digit = current.flatMap({ PatternParser.digit($0, radix: 10) }) {
      let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
      // Far beyond what is expanded, so that the sum below can't overflow.
      guard !overflow, product < 1 << 40 else { throw failure("the count is too large") }
      value = product + Int(digit)
      position += 1
    }
    return value
  }

  static func digit(_ scalar: Unicode.Scalar, radix: UInt32) -> UInt32? {
    let value: UInt32
    switch scalar {
    case "0"..."9": value = scalar.value - 0x30
    case "a"..."f": value = scalar.value - 0x61 + 10
    case "A"..."F": value = scalar.value - 0x41 + 10
    default: return nil
    }
    return value < radix ? value : nil
  }
}
