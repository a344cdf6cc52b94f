/// Which way values go: what is a loss for what is sent is none for what arrives.
enum Direction {
  case input, output

  /// The severity of a change that allows fewer values.
  var narrowed: ModelChange.Severity { self == .input ? .breaking : .cosmetic }

  var adviceOnNarrowed: String {
    self == .input ? "Keep what you send within the new rule." : ""
  }
}

/// The location of a comparison: the Swift symbol, and the direction of its values.
struct ComparedPlace {
  var symbol: String
  let direction: Direction

  func inner(_ name: String) -> ComparedPlace {
    ComparedPlace(symbol: symbol + "." + name, direction: direction)
  }
}

extension ChangeList {
  /// A rule that allows fewer values than before.
  mutating func addNarrowed(_ place: ComparedPlace, _ message: String) {
    add(
      place.direction.narrowed, .ruleNarrowed, place.symbol, message,
      advice: place.direction.adviceOnNarrowed)
  }

  /// A rule that allows more values than before.
  mutating func addWidened(_ place: ComparedPlace, _ message: String) {
    add(
      .additive, .ruleWidened, place.symbol, message,
      advice: place.direction == .output ? "Expect such values." : "")
  }
}
