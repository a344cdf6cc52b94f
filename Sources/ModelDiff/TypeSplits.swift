import ModelCore
package import ModelGenerator

/// Finds types of known values that were one type in several models and aren't any more, so that
/// values can't be passed from one model to the other.
package enum TypeSplits {
  package static func changes(_ old: SharedTypes, _ new: SharedTypes) -> [ModelChange] {
    let originals = Dictionary(new.names.map { ($0.path, $0.original) }) { first, _ in first }
    var changes: [ModelChange] = []
    for (_, group) in Dictionary(grouping: old.names, by: \.original) {
      let names = group.filter { originals[$0.path] != nil }
      guard let first = names.first(where: { $0.path == $0.original }) ?? names.first else {
        continue
      }
      for name in names where originals[name.path] != originals[first.path] {
        var list = ChangeList(model: name.model)
        list.add(
          .breaking, .typeChanged, name.path.joined(separator: "."),
          "is a type apart from `\(first.path.joined(separator: "."))` now; they were one type",
          advice: "Make a value of one from the `rawValue` of the other.")
        changes += list.changes
      }
    }
    return changes.sorted { WireName($0.symbol) < WireName($1.symbol) }
  }
}
