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
@_spi(Generated) public struct Pattern: Sendable, CustomStringConvertible {
  /// The pattern as published.
  public let text: String
  private let program: PatternProgram

  /// Creates a pattern.
  ///
  /// - Parameter text: The pattern as published.
  /// - Throws: ``PatternError`` if the pattern isn't valid or can't be matched in linear time.
  public init(_ text: String) throws(PatternError) {
    var parser = PatternParser(text)
    self.text = text
    program = try PatternProgram(try parser.parse())
  }

  /// The pattern as published.
  public var description: String { text }

  /// Returns a Boolean value that indicates whether the pattern matches anywhere in a text, as JSON
  /// Schema defines it: `a` matches `bar`.
  package func matches(_ text: String) -> Bool {
    PatternMatcher.search(text, with: program)
  }
}

/// An error thrown when a pattern can't be used.
@_spi(Generated) public struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A description of the problem, without its position.
  public let message: String
  /// The position of the problem, as a number of Unicode scalars.
  public let offset: Int

  /// The problem and its position.
  public var description: String { "\(message) (at character \(offset + 1))" }
}

/// Rules on strings that a pattern sets.
extension ValidationIssues {
  /// `pattern`: a search, not anchored at either end.
  ///
  /// - Parameter pattern: Nil where it could not be compiled: the rule then counts as unchecked.
  package mutating func check(_ text: String, matches pattern: Pattern?, at step: IssueStep?) {
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

/// A pattern's structure. Greedy and lazy quantifiers are one, and groups leave no trace, since
/// only *whether* a text matches is ever asked.
indirect enum PatternTree: Sendable {
  case empty
  case set(ScalarSet)
  case assertion(PatternAssertion)
  case sequence([PatternTree])
  case alternatives([PatternTree])
  case repetition(PatternTree, atLeast: Int, atMost: Int?)
}

/// An assertion, which matches no text.
enum PatternAssertion: Sendable {
  case start, end, wordBoundary, noWordBoundary
}
