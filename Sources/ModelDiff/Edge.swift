@_spi(Generated) import ModelCore

/// One end of a range of numbers.
struct Edge: Equatable {
  let value: JSONNumber
  /// A Boolean value that indicates whether the bound excludes its own value.
  let isOpen: Bool
  let isUpper: Bool

  var text: String {
    isUpper
      ? (isOpen ? "less than \(value)" : "at most \(value)")
      : (isOpen ? "more than \(value)" : "at least \(value)")
  }

  /// Returns a Boolean value that indicates whether the bound allows fewer numbers than another.
  func isTighter(than other: Edge) -> Bool {
    let (own, others) = (value.decimal, other.value.decimal)
    if own == others { return isOpen && !other.isOpen }
    return isUpper ? own < others : own > others
  }

  static func tightest(_ edges: [Edge]) -> Edge? {
    edges.reduce(nil) { best, edge in
      best.map { edge.isTighter(than: $0) ? edge : $0 } ?? edge
    }
  }
}

extension NumberBounds {
  /// Of whole numbers, "more than 0" is the same as "at least 1".
  func edge(isUpper: Bool, wholeNumbers: Bool) -> Edge? {
    let closed = (isUpper ? maximum : minimum).map {
      Edge(value: $0, isOpen: false, isUpper: isUpper)
    }
    let open = (isUpper ? exclusiveMaximum : exclusiveMinimum).map { bound in
      if wholeNumbers, let int = bound.int, int > .min, int < .max {
        return Edge(
          value: JSONNumber(isUpper ? int - 1 : int + 1), isOpen: false, isUpper: isUpper)
      }
      return Edge(value: bound, isOpen: true, isUpper: isUpper)
    }
    return Edge.tightest([closed, open].compactMap { $0 })
  }
}

extension ChangeList {
  /// - Parameter quantity: What of a file is measured; empty for the value itself.
  mutating func compare(
    _ old: Edge?, _ new: Edge?, _ place: ComparedPlace, unit: String = "", quantity: String = ""
  ) {
    let unit = unit.isEmpty ? "" : " " + unit
    let head = quantity.isEmpty ? "" : quantity + ": "
    switch (old, new) {
    case (nil, nil): break
    case (nil, let new?):
      addNarrowed(place, head + "\(new.text)\(unit) now; there was no such bound")
    case (let old?, nil): addWidened(place, head + "the bound of \(old.text)\(unit) is gone")
    case (let old?, let new?):
      let message = head + "\(old.text)\(unit) is now \(new.text)\(unit)"
      if new.isTighter(than: old) {
        addNarrowed(place, message)
      } else if old.isTighter(than: new) {
        addWidened(place, message)
      }
    }
  }

  /// A limit on a length or a count; a least one of nothing is none.
  mutating func compare(
    minimum: (Int?, Int?), maximum: (Int?, Int?), _ place: ComparedPlace, unit: String
  ) {
    func edge(_ value: Int?, isUpper: Bool) -> Edge? {
      guard let value, isUpper || value > 0 else { return nil }
      return Edge(value: JSONNumber(value), isOpen: false, isUpper: isUpper)
    }
    compare(
      edge(minimum.0, isUpper: false), edge(minimum.1, isUpper: false), place, unit: unit)
    compare(edge(maximum.0, isUpper: true), edge(maximum.1, isUpper: true), place, unit: unit)
  }
}
