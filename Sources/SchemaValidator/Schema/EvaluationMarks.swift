import ModelCore

/// The keys or items of one value that keywords of a schema have described, for
/// `unevaluatedProperties` and `unevaluatedItems`, which are about the others.
///
/// A part is known by where it begins in the body's text.
struct EvaluationMarks {
  enum State { case untouched, uncertain, evaluated }

  private var evaluated: Set<Int> = []
  private var uncertain: Set<Int> = []
  private var allAreEvaluated = false
  private var allAreUncertain = false

  /// Returns what is known of a part.
  func state(of part: JSONNode) -> State {
    let start = part.byteRange.lowerBound
    if allAreEvaluated || evaluated.contains(start) { return .evaluated }
    return allAreUncertain || uncertain.contains(start) ? .uncertain : .untouched
  }

  /// Marks a part as evaluated.
  mutating func mark(_ part: JSONNode) { evaluated.insert(part.byteRange.lowerBound) }

  /// Marks a part that may or may not be evaluated.
  mutating func markUncertain(_ part: JSONNode) { uncertain.insert(part.byteRange.lowerBound) }

  /// Marks all parts as evaluated.
  mutating func markAll() { allAreEvaluated = true }

  /// Marks all other parts as ones that may or may not be evaluated.
  mutating func makeAllUncertain() { allAreUncertain = true }

  /// Makes the parts that were marked since an earlier state uncertain.
  mutating func makeUncertain(after earlier: EvaluationMarks) {
    uncertain.formUnion(evaluated.subtracting(earlier.evaluated))
    evaluated = earlier.evaluated
    allAreUncertain = allAreUncertain || allAreEvaluated
    allAreEvaluated = earlier.allAreEvaluated
  }
}
