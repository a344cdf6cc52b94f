@_spi(Generated) import ModelCore
import ModelSchema

/// Compares the rules of two shapes that are the same Swift type.
extension ChangeList {
  mutating func compareRules(_ old: Shape, _ new: Shape, _ place: ComparedPlace) {
    switch (old, new) {
    case (.string(let old), .string(let new)):
      compare(
        minimum: (old.minLength, new.minLength), maximum: (old.maxLength, new.maxLength), place,
        unit: "characters")
      comparePattern(old.pattern, new.pattern, place)
    case (.integer(let old), .integer(let new)): compareNumbers(old, new, place, isWhole: true)
    case (.number(let old), .number(let new)): compareNumbers(old, new, place, isWhole: false)
    case (.media(let old), .media(let new)): compareMediaRules(old.rules, new.rules, place)
    case (.array(let old), .array(let new)):
      compare(
        minimum: (old.minItems, new.minItems), maximum: (old.maxItems, new.maxItems), place,
        unit: "items")
      if old.uniqueItems != new.uniqueItems {
        if new.uniqueItems {
          addNarrowed(place, "items must be unique now")
        } else {
          addWidened(place, "items needn't be unique any more")
        }
      }
      compareRules(old.item, new.item, place)
    default: break
    }
  }

  private mutating func comparePattern(_ old: String?, _ new: String?, _ place: ComparedPlace) {
    switch (old, new) {
    case (nil, nil): break
    case (nil, let new?): addNarrowed(place, "must match `\(new)` now")
    case (let old?, nil): addWidened(place, "need not match `\(old)` any more")
    case (let old?, let new?) where !old.isSameOnWire(as: new):
      if ["", "^", "$", ".*", "^.*", "(.*)", "[\\s\\S]*", "^[\\s\\S]*$"].contains(new) {
        return addWidened(place, "may be any text; `\(old)` is gone")
      }
      addNarrowed(place, "must match `\(new)` instead of `\(old)`")
    case (_?, _?): break
    }
  }

  private mutating func compareNumbers(
    _ old: NumberRules, _ new: NumberRules, _ place: ComparedPlace, isWhole: Bool
  ) {
    for isUpper in [false, true] {
      compare(
        old.edge(isUpper: isUpper, wholeNumbers: isWhole),
        new.edge(isUpper: isUpper, wholeNumbers: isWhole), place)
    }
    switch (old.bounds.multipleOf, new.bounds.multipleOf) {
    case (nil, nil): break
    case (nil, let new?): addNarrowed(place, "must be a multiple of \(new) now")
    case (let old?, nil): addWidened(place, "need not be a multiple of \(old) any more")
    case (let old?, let new?) where old != new:
      let message = "a multiple of \(old) is now a multiple of \(new)"
      if old.decimal.isMultiple(of: new.decimal) == true {
        addWidened(place, message)
      } else {
        addNarrowed(place, message)
      }
    case (_?, _?): break
    }
  }
}

extension NumberRules {
  /// An end of the bounds, or of an enum that is nothing but a range.
  func edge(isUpper: Bool, wholeNumbers: Bool) -> Edge? {
    let range = enumeratedRange.map {
      Edge(
        value: JSONNumber(isUpper ? $0.upperBound : $0.lowerBound), isOpen: false, isUpper: isUpper)
    }
    let bound = bounds.edge(isUpper: isUpper, wholeNumbers: wholeNumbers)
    return Edge.tightest([range, bound].compactMap { $0 })
  }
}
