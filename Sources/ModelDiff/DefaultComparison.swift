import ModelCore
import ModelSchema

/// Compares what the service takes for a key that is not sent.
///
/// Another default breaks nothing that compiles, but is not cosmetic either, since the same code
/// gets something else: it counts as additive, with the advice to send the old one. A constant that
/// the bindings lose is breaking. Samples of text and media are what people read.
struct DefaultComparison {
  let old: ComparedProperty
  let new: ComparedProperty
  let place: ComparedPlace
  let own: ComparedPlace

  func run(_ changes: inout ChangeList) {
    let (before, after) = (old.property.defaultValue, new.property.defaultValue)
    let constant = place.inner("Defaults").inner(old.row.identifier).symbol
    if old.row.hasDefaultConstant, !new.row.hasDefaultConstant {
      changes.add(
        .breaking, .defaultChanged, constant, "the default and its constant are gone",
        advice: "Use a value of your own instead of the constant.")
      return
    }
    guard before.map(JSONValue.init) != after.map(JSONValue.init) else { return }
    let (was, now) = (before.map(ValueText.shown), after.map(ValueText.shown))
    let message =
      switch (was, now) {
      case (let was?, let now?): "the default \(was) is now \(now)"
      case (let was?, nil): "the default \(was) is gone"
      case (nil, let now?): "the default is \(now) now"
      case (nil, nil): ""
      }
    if isSample || !new.isOptional && !new.row.hasDefaultConstant {
      changes.add(.cosmetic, .defaultChanged, own.symbol, message)
    } else {
      changes.add(
        .additive, .defaultChanged,
        old.row.hasDefaultConstant && new.row.hasDefaultConstant ? constant : own.symbol, message,
        advice: was.map { "Pass \($0) to keep the previous behavior." } ?? "")
    }
  }

  /// A Boolean value that indicates whether the defaults are sample files of the vendor.
  private var isSample: Bool {
    if case .media = new.property.shape.innermost { true } else { false }
  }
}
