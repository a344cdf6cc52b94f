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
