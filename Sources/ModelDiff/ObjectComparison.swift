import ModelCore
import ModelGenerator
import ModelSchema

/// Compares the properties of two objects: of a request, of an output, or of an object inside one.
struct ObjectComparison {
  /// An object with the names of its properties.
  struct Side {
    let object: ObjectShape
    let table: NameTable
    var chosen: NameOverrides.Model?

    func entry(_ key: String) -> ComparedProperty? {
      zip(object.properties, table.rows).first { $0.0.key.isSameOnWire(as: key) }
        .map { ComparedProperty(property: $0.0, row: $0.1, chosen: chosen) }
    }

    var entries: [ComparedProperty] {
      zip(object.properties, table.rows).map {
        ComparedProperty(property: $0, row: $1, chosen: chosen)
      }
    }
  }

  let old: Side
  let new: Side
  /// The type that holds the properties.
  let place: ComparedPlace

  func run(_ changes: inout ChangeList) {
    let (olds, news) = (old.entries, new.entries)
    let byKey = Dictionary(news.map { (WireName($0.key), $0) }) { first, _ in first }
    let known = Set(olds.map { WireName($0.key) })
    let added = news.filter { !known.contains(WireName($0.key)) }
    for entry in olds {
      if let other = byKey[WireName(entry.key)] {
        PropertyComparison(old: entry, new: other, place: place, siblings: news).run(&changes)
      } else {
        reportRemoved(entry, added, &changes)
      }
    }
    for entry in added { reportAdded(entry, &changes) }
    if place.direction == .input {
      compareOrder(olds, news, byKey, &changes)
      compareKeys(&changes)
    }
    if old.object.title != new.object.title || old.object.description != new.object.description {
      changes.add(.cosmetic, .textChanged, place.symbol, "its title or description changed")
    }
  }

  private func reportRemoved(
    _ entry: ComparedProperty, _ added: [ComparedProperty], _ changes: inout ChangeList
  ) {
    let symbol = place.inner(entry.row.identifier).symbol
    let near = Spelling.nearest(to: entry.key, among: added.map(\.key))
    let alike = added.filter { $0.plainType == entry.plainType }
    let successor = added.first { $0.key == near } ?? (alike.count == 1 ? alike[0] : nil)
    let hint = successor.map { " Perhaps it is `\($0.row.identifier)` now." } ?? ""
    let advice =
      place.direction == .input
      ? "Take it out of your requests." : "Don't read it; `json` holds whatever still comes."
    changes.add(
      .breaking, .propertyRemoved, symbol, "the key \(ValueText.quoted(entry.key)) is gone",
      advice: advice + hint)
  }

  private func reportAdded(_ entry: ComparedProperty, _ changes: inout ChangeList) {
    let symbol = place.inner(entry.row.identifier).symbol
    let key = ValueText.quoted(entry.key)
    if place.direction == .output {
      changes.add(.additive, .propertyAdded, symbol, "new key \(key): \(entry.row.type)")
    } else if entry.isOptional {
      changes.add(.additive, .propertyAdded, symbol, "new optional key \(key): \(entry.row.type)")
    } else {
      changes.add(
        .breaking, .propertyAdded, symbol, "new required key \(key): \(entry.row.type)",
        advice: "Pass `\(entry.row.identifier)` wherever a request is made.")
    }
  }

  /// The order of arguments, as far as nothing else is said of them.
  private func compareOrder(
    _ olds: [ComparedProperty], _ news: [ComparedProperty], _ byKey: [WireName: ComparedProperty],
    _ changes: inout ChangeList
  ) {
    let unmoved = olds.filter { byKey[WireName($0.key)]?.isOptional == $0.isOptional }
    guard
      let exchange = ArgumentOrder(news).exchange(
        since: ArgumentOrder(olds), among: Set(unmoved.map { WireName($0.key) }))
    else { return }
    changes.add(
      .breaking, .orderChanged, place.symbol,
      "has another order of arguments: `\(exchange.first)` before `\(exchange.then)`",
      advice: "Use the new order.")
  }

  /// Keys that no property describes.
  private func compareKeys(_ changes: inout ChangeList) {
    if old.object.isClosed != new.object.isClosed {
      if new.object.isClosed {
        changes.add(
          .breaking, .ruleNarrowed, place.symbol,
          "keys that the schema doesn't describe are refused",
          advice: "Send nothing through `extraFields`.")
      } else {
        changes.addWidened(place, "keys that the schema doesn't describe are allowed")
      }
    }
    let (olds, news) = (
      Set(old.object.undescribedRequired.map { WireName($0) }),
      Set(new.object.undescribedRequired.map { WireName($0) })
    )
    for key in news.subtracting(olds).sorted() {
      changes.add(
        .breaking, .becameRequired, place.inner("extraFields").symbol,
        "\(ValueText.quoted(key.text)) is required, though the schema doesn't describe it",
        advice: "Pass it through `extraFields`.")
    }
    for key in olds.subtracting(news).sorted() where new.entry(key.text) == nil {
      changes.add(
        .additive, .becameOptional, place.inner("extraFields").symbol,
        "\(ValueText.quoted(key.text)) is not required any more")
    }
  }
}
