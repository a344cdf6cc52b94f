import ModelCore

/// The names of what stands in one namespace: families and models.
struct SegmentScope {
  /// By the part of the id. Steps of chosen paths have the names they are given.
  let names: [WireName: String]

  /// - Parameter depth: Which step of the routes is named.
  init(_ routes: [ModelRoute], depth: Int) {
    var candidates: [WireName: NameCandidate] = [:]
    var models: Set<WireName> = []
    var chosenTypes: Set<String> = []
    for route in routes {
      let step = route.steps[depth]
      let isType = depth + 1 == route.steps.count
      if step.isChosenPath {
        if isType { chosenTypes.insert(step.text) }
        continue
      }
      let wire = WireName(step.text)
      if isType { models.insert(wire) }
      if candidates[wire]?.isPinned != true {
        candidates[wire] = NameCandidate(
          wire: wire, preferred: step.preferred, rank: IDSegments.rank(step.text),
          isPinned: step.isPinned)
      }
    }
    var names: [WireName: String] = [:]
    for type in chosenTypes {
      let rivals = candidates.values.filter { $0.preferred == type }
      // A family may have the name of a chosen type: the type is then its namespace.
      let families = rivals.filter { !models.contains($0.wire) }
      let owner = families.min { IDSegments.isMoreCanonical($0.wire.text, than: $1.wire.text) }
      if let owner { names[owner.wire] = candidates.removeValue(forKey: owner.wire)?.preferred }
      guard rivals.count > (owner == nil ? 0 : 1) else { continue }
      let wire = WireName("\u{0}" + type)
      candidates[wire] = NameCandidate(wire: wire, preferred: type, rank: .min, isPinned: true)
    }
    names.merge(NameResolver.resolve(Array(candidates.values))) { first, _ in first }
    self.names = names
  }
}
