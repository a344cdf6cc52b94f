/// A schema's `pattern`, compiled: ECMA 262 regular expressions, read as with the flag `u`.
///
/// What is understood: literals, `.`, classes, the escapes `\d \w \s` and their opposites (which
/// mean ASCII digits and letters in ECMA, unlike in most other dialects), `\p{…}` for general
/// categories and a few other properties, `^ $ \b \B`, groups, alternatives and every quantifier.
/// Matching takes time in proportion to the text's length whatever the pattern, so that no pattern
/// of a schema and no text of a user can stall a program. What can't be matched that way (looking
/// around, back references) is refused when the pattern is compiled, never matched wrongly.
///
/// Compile once and keep the value; it is cheap to copy.
public struct Pattern: Sendable, CustomStringConvertible {
  /// The pattern as published.
  public let text: String
  private let program: PatternProgram

  public init(_ text: String) throws(PatternError) {
    var parser = PatternParser(text)
    self.text = text
    program = try PatternProgram(try parser.parse())
  }

  public var description: String { text }

  /// Whether the pattern fits anywhere in `text`, as JSON Schema has it: `a` matches `bar`.
  public func matches(_ text: String) -> Bool {
    PatternMatcher.search(text, with: program)
  }
}

/// Why a pattern can't be used.
public struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence without a full stop.
  public let message: String
  /// How many Unicode scalars of the pattern stand before the place.
  public let offset: Int

  public var description: String { "\(message) (at character \(offset + 1))" }
}

/// Rules on strings that a pattern sets.
extension ValidationIssues {
  /// `pattern`: a search, not anchored at either end.
  ///
  /// - Parameter pattern: Nil where it could not be compiled: the rule then counts as unchecked.
  public mutating func check(_ text: String, matches pattern: Pattern?, at step: IssueStep?) {
    guard let pattern else {
      reportUnchecked(.pattern, at: step, because: "the pattern is not understood")
      return
    }
    guard !pattern.matches(text) else { return }
    report(
      .pattern, at: step, value: text, bound: pattern.text,
      "\(ValueText.quoted(text)) does not match the pattern \(pattern.text)")
  }
}
