import ModelCore

/// Compares the known values of a property.
struct ValueComparison {
  let old: ComparedProperty
  let new: ComparedProperty
  let place: ComparedPlace
  let own: ComparedPlace

  func run(_ changes: inout ChangeList) {
    let (olds, news) = (old.values, new.values)
    guard !olds.isEmpty || !news.isEmpty else { return }
    let type = place.inner(old.row.ownType ?? old.row.identifier)
    let table = Dictionary(news.map { ($0.value, $0) }) { first, _ in first }
    let known = Set(olds.map(\.value))
    for entry in olds {
      let symbol = type.inner(entry.member).symbol
      guard let other = table[entry.value] else {
        changes.add(
          .breaking, .valueRemoved, symbol, "the value \(shown(entry.text)) is gone",
          advice: place.direction == .input
            ? "Choose another of the known values."
            : "Take it out of your code; it doesn't come any more."
        )
        continue
      }
      guard other.member != entry.member else { continue }
      let isChosen = new.isValueChosen(other.text)
      let successor = news.first { $0.member == entry.member }
      let cause =
        isChosen
        ? ": modelgen.json chooses it"
        : old.isValueChosen(entry.text)
          ? ": modelgen.json doesn't name it any more"
          : successor.map { ": the value \(shown($0.text)) has the name" } ?? ""
      changes.add(
        .breaking, .nameChanged, symbol, "is called `\(other.member)` now" + cause,
        advice: "Rename it in your code"
          + (isChosen ? "." : ", or choose its name in modelgen.json to keep it."))
    }
    let remaining = olds.map(\.value).filter { table[$0] != nil }
    if remaining != news.map(\.value).filter(known.contains) {
      changes.add(
        .cosmetic, .orderChanged, type.symbol, "its known values are in another order")
    }
    for entry in news where !known.contains(entry.value) {
      changes.add(
        .additive, .valueAdded, type.inner(entry.member).symbol,
        "new value \(shown(entry.text))",
        advice: place.direction == .output ? "Expect it." : "")
    }
  }

  private func shown(_ text: String) -> String { ValueText.quoted(text) }
}
