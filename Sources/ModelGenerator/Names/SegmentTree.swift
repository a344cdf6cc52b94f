import ModelCore

/// All ids, as a tree of the steps they are made of; names are resolved among the children of each
/// namespace.
///
/// A chosen path such as `Boat1.Edit` stands in the family that has this name anyway, if there is
/// one, and never takes the family's name from the models that aren't chosen.
struct SegmentTree {
  private var paths: [WireName: [String]] = [:]
  private var modules: [WireName: String] = [:]
  private let overrides: NameOverrides

  init(ids: [String], overrides: NameOverrides) {
    self.overrides = overrides
    let routes = Set(ids.map(WireName.init)).map { ModelRoute(id: $0.text, overrides) }
    var vendors: [WireName: String] = [:]
    resolve(routes, below: [], vendors: &vendors)
    resolveModules(vendors)
  }

  func components(of id: String) -> [String] { paths[WireName(id)] ?? [id] }

  func module(ofVendor vendor: String) -> String { modules[WireName(vendor)] ?? vendor + "Models" }

  /// Names the next step of routes that share all steps before it.
  private mutating func resolve(
    _ routes: [ModelRoute], below path: [String], vendors: inout [WireName: String]
  ) {
    let names = SegmentScope(routes, depth: path.count).names
    var inside: [String: [ModelRoute]] = [:]
    for route in routes {
      let step = route.steps[path.count]
      let name = step.isChosenPath ? step.text : names[WireName(step.text)] ?? step.text
      if path.isEmpty { vendors[WireName(step.text)] = name }
      if path.count + 1 == route.steps.count {
        paths[WireName(route.id)] = path + [name]
      } else {
        inside[name, default: []].append(route)
      }
    }
    for (name, routes) in inside { resolve(routes, below: path + [name], vendors: &vendors) }
  }

  /// A module for each vendor, apart even where case doesn't count, since a module is a folder.
  private mutating func resolveModules(_ vendors: [WireName: String]) {
    var taken: Set<String> = []
    for vendor in vendors.keys {
      guard let module = overrides.vendors[vendor]?.module else { continue }
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
