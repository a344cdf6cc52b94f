import ModelCore
import ModelGenerator
import ModelSchema

/// Compares a property with what it was.
struct PropertyComparison {
  let old: ComparedProperty
  let new: ComparedProperty
  /// The type that holds it.
  let place: ComparedPlace
  /// All properties that there are now.
  let siblings: [ComparedProperty]

  private var own: ComparedPlace { place.inner(old.row.identifier) }

  func run(_ changes: inout ChangeList) {
    let before = changes.changes.count
    compareNames(&changes)
    if old.plainType != new.plainType {
      let (was, now) = (old.row.type.withoutMark, new.row.type.withoutMark)
      changes.add(
        .breaking, .typeChanged, own.symbol,
        was == now ? "the values of \(was) are of another kind" : "\(was) is now \(now)",
        advice: place.direction == .input
          ? "Pass a value of the new type." : "Read it as the new type.")
    } else {
      ValueComparison(old: old, new: new, place: place, own: own).run(&changes)
      changes.compareRules(old.property.shape, new.property.shape, own)
      compareObjects(&changes)
    }
    if place.direction == .input {
      comparePresence(&changes)
      DefaultComparison(old: old, new: new, place: place, own: own).run(&changes)
    } else if old.property.isRequired != new.property.isRequired {
      changes.add(
        .cosmetic, new.property.isRequired ? .becameRequired : .becameOptional, own.symbol,
        new.property.isRequired ? "is always there now" : "may be missing now")
    }
    compareUnchecked(&changes, isFirst: changes.changes.count == before)
    compareTexts(&changes)
  }

  private func compareNames(_ changes: inout ChangeList) {
    if old.row.identifier != new.row.identifier {
      changes.add(
        .breaking, .nameChanged, own.symbol,
        "is called `\(new.row.identifier)` now" + cause,
        advice: "Rename it in your code"
          + (new.isNameChosen ? "." : ", or choose its name in modelgen.json to keep it."))
    }
    if let was = old.row.ownType, let now = new.row.ownType, was != now {
      changes.add(
        .breaking, .nameChanged, place.inner(was).symbol, "is called `\(now)` now",
        advice: "Rename it in your code.")
    }
  }

  /// The reason for the new name.
  private var cause: String {
    if new.isNameChosen { return ": modelgen.json chooses it" }
    if old.isNameChosen { return ": modelgen.json doesn't name it any more" }
    let successor = siblings.first { $0.row.identifier == old.row.identifier }
    return successor.map { ": the key \(ValueText.quoted($0.key)) has the name" } ?? ""
  }

  private func compareObjects(_ changes: inout ChangeList) {
    guard case .object(let before) = old.property.shape.innermost,
      case .object(let after) = new.property.shape.innermost, let type = old.row.ownType
    else { return }
    let isInput = place.direction == .input
    func side(_ object: ObjectShape) -> ObjectComparison.Side {
      .init(object: object, table: isInput ? NameTable(of: object) : NameTable(ofOutput: object))
    }
    ObjectComparison(old: side(before), new: side(after), place: place.inner(type)).run(&changes)
  }

  private func comparePresence(_ changes: inout ChangeList) {
    let (was, now) = (old.property, new.property)
    switch (old.isOptional, new.isOptional) {
    case (true, false) where was.isRequired:
      changes.add(
        .breaking, .nullRemoved, own.symbol, "may not be null any more: \(new.row.type)",
        advice: "Pass a value wherever a request is made.")
    case (true, false):
      changes.add(
        .breaking, .becameRequired, own.symbol, "is required now: \(new.row.type)",
        advice: "Pass it wherever a request is made.")
    case (false, true) where now.isRequired:
      changes.add(
        .breaking, .nullAdded, own.symbol, "may be null now: \(new.row.type)",
        advice: "Unwrap it where you read it, and put it behind the required arguments.")
    case (false, true):
      changes.add(
        .breaking, .becameOptional, own.symbol, "may be left out now: \(new.row.type)",
        advice: "Unwrap it where you read it, and put it behind the required arguments.")
    case (true, true) where was.isRequired != now.isRequired:
      changes.add(
        .additive, now.isRequired ? .becameRequired : .becameOptional, own.symbol,
        now.isRequired ? "nil is sent as null now" : "nil is not sent any more")
    case (true, true), (false, false):
      compareNull(&changes)
    }
  }

  private func compareNull(_ changes: inout ChangeList) {
    guard old.property.isNullable != new.property.isNullable else { return }
    if new.property.isNullable {
      changes.add(.additive, .nullAdded, own.symbol, "may be null now")
    } else {
      changes.add(
        .breaking, .nullRemoved, own.symbol, "may not be null any more",
        advice: "Leave it out instead of sending null.")
    }
  }

  /// Rules that bindings don't check, and schemas that they carry as plain JSON.
  private func compareUnchecked(_ changes: inout ChangeList, isFirst: Bool) {
    let (olds, news) = (
      Set(old.property.uncheckedRules.map { WireName($0) }),
      Set(new.property.uncheckedRules.map { WireName($0) })
    )
    for rule in news.subtracting(olds).sorted() {
      changes.addNarrowed(own, "there is a rule `\(rule)` now, which bindings don't check")
    }
    for rule in olds.subtracting(news).sorted() {
      changes.addWidened(own, "the rule `\(rule)` is gone, which bindings didn't check")
    }
    guard isFirst, olds == news, old.property.shape.isOpaque, new.property.shape.isOpaque,
      SchemaMeaning.of(old.property.node) != SchemaMeaning.of(new.property.node)
    else { return }
    if SchemaWidening.isWider(new.property.node, than: old.property.node) {
      return changes.addWidened(own, "the schema of this plain JSON accepts more values")
    }
    changes.add(
      place.direction.narrowed, .ruleChanged, own.symbol,
      "the schema of this plain JSON changed",
      advice: "Check that your requests are still valid.")
  }

  private func compareTexts(_ changes: inout ChangeList) {
    if old.property.title != new.property.title
      || old.property.description != new.property.description
    {
      changes.add(.cosmetic, .textChanged, own.symbol, "its title or description changed")
    }
    for keyword in [
      Keyword.format, .contentEncoding, .contentMediaType, .readOnly, .writeOnly, .examples,
      .example,
    ] {
      let (was, now) = (old.property.node[keyword], new.property.node[keyword])
      guard was.map(JSONValue.init) != now.map(JSONValue.init) else { continue }
      // The format of media is part of the Swift type.
      if keyword == .format, old.plainType != new.plainType { continue }
      changes.add(.cosmetic, .textChanged, own.symbol, "its `\(keyword.word)` changed")
    }
    if old.property.isDeprecated != new.property.isDeprecated {
      changes.add(
        .cosmetic, .textChanged, own.symbol,
        new.property.isDeprecated ? "is deprecated now" : "is not deprecated any more",
        advice: new.property.isDeprecated ? "Look for what replaces it." : "")
    }
  }
}

extension String {
  /// A type without the mark of an optional.
  fileprivate var withoutMark: String { hasSuffix("?") ? String(dropLast()) : self }
}
