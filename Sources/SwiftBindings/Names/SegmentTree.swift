import JSONTree

/// All ids, as a tree of the steps they are made of; names are resolved among the children of each.
struct SegmentTree {
  private var names: [WireName: [WireName: String]] = [:]
  private var modules: [WireName: String] = [:]
  private let overrides: NameOverrides

  init(ids: [String], overrides: NameOverrides) {
    self.overrides = overrides
    // Children by the part of the id above them.
    var scopes: [WireName: [WireName: NameCandidate]] = [:]
    for id in ids {
      var above = ""
      for (index, step) in SegmentTree.path(of: id, overrides).enumerated() {
        let candidate = SegmentTree.candidate(step, index: index, id: id, overrides)
        let wire = candidate.wire
        if scopes[WireName(above)]?[wire]?.isPinned != true {
          scopes[WireName(above), default: [:]][wire] = candidate
        }
        above += "/" + step.text
      }
    }
    for (scope, candidates) in scopes {
      names[scope] = NameResolver.resolve(Array(candidates.values))
    }
    resolveModules()
  }

  func components(of id: String) -> [String] {
    var above = ""
    return SegmentTree.path(of: id, overrides).map { step in
      defer { above += "/" + step.text }
      return names[WireName(above)]?[WireName(step.text)] ?? step.text
    }
  }

  func module(ofVendor vendor: String) -> String { modules[WireName(vendor)] ?? vendor + "Models" }

  private typealias Step = (text: String, words: [String])

  /// The steps of an id; an override with dots has steps of its own below the vendor.
  private static func path(of id: String, _ overrides: NameOverrides) -> [Step] {
    let steps = IDSegments.steps(of: id)
    guard let type = overrides.models[id]?.type, type.contains("."), let vendor = steps.first
    else { return steps }
    return [vendor] + type.split(separator: ".").map { (text: String($0), words: [String($0)]) }
  }

  private static func candidate(
    _ step: Step, index: Int, id: String, _ overrides: NameOverrides
  ) -> NameCandidate {
    var candidate = NameCandidate(
      wire: WireName(step.text), wish: IDSegments.typeName(step, isVendor: index == 0),
      rank: IDSegments.rank(step.text))
    let type = overrides.models[id]?.type
    let isLast = index == path(of: id, overrides).count - 1
    if index == 0, let namespace = overrides.vendors[step.text]?.namespace {
      candidate.wish = namespace
      candidate.isPinned = true
    } else if let type, type.contains("."), index > 0 {
      candidate.wish = step.text
      candidate.isPinned = true
    } else if let type, isLast {
      candidate.wish = type
      candidate.isPinned = true
    }
    return candidate
  }

  /// A module for each vendor, apart even where case doesn't count, since a module is a folder.
  private mutating func resolveModules() {
    let vendors = names[WireName("")] ?? [:]
    var taken: Set<String> = []
    for vendor in vendors.keys {
      guard let module = overrides.vendors[vendor.text]?.module else { continue }
      modules[vendor] = module
      taken.insert(module.lowercased())
    }
    let ordered = vendors.sorted { IDSegments.isMoreCanonical($0.key.text, than: $1.key.text) }
    for (vendor, namespace) in ordered where modules[vendor] == nil {
      let module = namespace + "Models"
      let isFree = taken.insert(module.lowercased()).inserted
      modules[vendor] = isFree ? module : module + NameResolver.suffix(vendor)
    }
  }
}
