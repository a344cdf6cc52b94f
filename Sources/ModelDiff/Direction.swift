/// Which way values go: what is a loss for what is sent is none for what arrives.
enum Direction {
  case input, output

  /// How bad it is that fewer values are allowed than before.
  var narrowed: ModelChange.Severity { self == .input ? .breaking : .cosmetic }

  var adviceOnNarrowed: String {
    self == .input ? "Keep what you send within the new rule." : ""
  }
}

/// Where a comparison is: the Swift symbol, and which way its values go.
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
