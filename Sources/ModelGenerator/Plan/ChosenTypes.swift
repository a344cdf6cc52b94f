import ModelCore
import ModelSchema

/// The types, namespaces and modules of all models, with what the configuration calls them.
struct ChosenTypes {
  private(set) var types: [NameOwner] = []
  private(set) var modules: [NameOwner] = []
  private(set) var namespaces: [NameOwner] = []
  private let paths: TypePaths
  private var vendorsOnly = NameOverrides()
  private var idOfVendor: [WireName: String] = [:]

  init(ids: [String], _ overrides: NameOverrides) {
    vendorsOnly.vendors = overrides.vendors
    paths = TypePaths(ids: ids, overrides: vendorsOnly)
    guard overrides.models.contains(where: { $0.value.type != nil }) || !overrides.vendors.isEmpty
    else { return }
    let natural = TypePaths(ids: ids, overrides: NameOverrides())
    for id in ids.sorted(by: { WireName($0) < WireName($1) }) {
      guard let path = paths[id], let plain = natural[id] else { continue }
      let chosen = overrides.model(id)?.type.flatMap { dotted($0, of: id) }
      types.append(NameOwner(id, natural: path.dotted, chosen: chosen))
      let vendor = ModelIDParts.vendor(of: id)
      guard idOfVendor.updateValue(id, forKey: WireName(vendor)) == nil else { continue }
      let names = overrides.vendor(vendor)
      modules.append(
        NameOwner(
          vendor, natural: plain.module.lowercased(), chosen: names?.module?.lowercased()))
      namespaces.append(
        NameOwner(vendor, natural: plain.components[0], chosen: names?.namespace))
    }
  }

  /// The whole path of a model's type if this is what it is called; nil for an unknown model.
  func dotted(_ name: String, of id: String) -> String? {
    paths[id].map { path in
      let enclosing = name.contains(".") ? [path.components[0]] : path.enclosing
      return (enclosing + [name]).joined(separator: ".")
    }
  }

  /// Returns the name that a model would have without other models.
  func plainType(of id: String) -> String {
    TypePaths(ids: [id], overrides: vendorsOnly)[id]?.dotted ?? ""
  }

  func plainNamespace(of vendor: String) -> String {
    let id = idOfVendor[WireName(vendor)] ?? vendor
    return TypePaths(ids: [id], overrides: NameOverrides())[id]?.components[0] ?? ""
  }
}

/// Something on the wire and the Swift name that it has.
struct NameOwner {
  let owner: String
  let natural: String
  /// The name that the configuration gives it.
  let chosen: String?

  init(_ owner: String, natural: String, chosen: String?) {
    self.owner = owner
    self.natural = natural
    self.chosen = chosen
  }

  func has(_ name: String) -> Bool {
    let own = chosen ?? natural
    return own == name || own.filter { $0 != "`" } == name.filter { $0 != "`" }
  }
}
