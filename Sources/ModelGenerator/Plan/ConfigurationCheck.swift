import ModelCore
import ModelSchema
import ToolSupport

/// Holds a configuration against the models: every entry must match something, and no chosen name
/// may be another's.
///
/// A name that somebody merely pinned, which its owner would have by itself, is never at fault: the
/// others make way for it.
struct ConfigurationCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private let configuration: Configuration
  private let ids: [String]
  private let vendors: [String]
  private let models: [WireName: Model]

  init(_ configuration: Configuration, _ models: ModelSet) {
    self.configuration = configuration
    // A model that can't be read has no known names, so its entries aren't errors.
    ids = models.ids + models.brokenIDs
    vendors = ids.map(ModelIDParts.vendor)
    self.models = models.interpreted(configuration.overrides.models.keys)
    for entry in configuration.entries where !reportUnmatched(entry) { checkMembers(entry) }
    let types = ChosenTypes(ids: models.ids, configuration.overrides)
    for entry in configuration.entries { checkType(entry, types) }
  }

  /// Entries that match no model, property or value are mistakes or leftovers.
  private mutating func reportUnmatched(_ entry: Configuration.Entry) -> Bool {
    let problem: String?
    switch entry.subject {
    case .model(let id):
      problem = missing(id, among: ids, "there is no model \"\(id)\"")
    case .vendor(let vendor):
      problem = missing(vendor, among: vendors, "there is no vendor \"\(vendor)\"")
    case .property(let id, let key):
      problem = models[WireName(id)].flatMap { model in
        missing(key, among: model.input.properties.map(\.key), "\(id) has no property \"\(key)\"")
      }
    case .value(let id, let key, let value):
      problem = models[WireName(id)].flatMap { model in
        let property = model.input.properties.first { $0.key.isSameOnWire(as: key) }
        let published = property.map { NameTable.publishedTexts(of: $0) } ?? []
        return missing(value, among: published, "\"\(key)\" of \(id) has no value \"\(value)\"")
      }
    case .type, .module, .namespace: problem = nil
    }
    if let problem { complain(problem, entry.keyNode) }
    return problem != nil
  }

  private func missing(_ name: String, among known: [String], _ message: String) -> String? {
    guard !known.contains(where: { $0.isSameOnWire(as: name) }) else { return nil }
    let near = Spelling.nearest(to: name, among: known)
    return message + (near.map { "; did you mean \"\($0)\"?" } ?? "")
  }

  /// Names inside a model: of properties among properties, of values among values.
  private mutating func checkMembers(_ entry: Configuration.Entry) {
    guard let name = entry.name else { return }
    switch entry.subject {
    case .property(let id, let key):
      guard let model = models[WireName(id)] else { return }
      let chosen = configuration.overrides.model(id)?.properties ?? [:]
      let owners = NameTable(of: model).rows.map {
        NameOwner($0.key, natural: $0.identifier, chosen: chosen[WireName($0.key)])
      }
      if ReservedNames.isTaken(property: name) { return complainReserved(name, entry) }
      check(name, of: key, plain: KeyName.property(key), among: owners, entry)
    case .value(let id, let key, let value):
      guard let model = models[WireName(id)] else { return }
      let chosen = configuration.overrides.model(id)?.values[WireName(key)] ?? [:]
      let row = NameTable(of: model).rows.first { $0.key.isSameOnWire(as: key) }
      let owners = (row?.values ?? []).map {
        NameOwner($0.value, natural: $0.member, chosen: chosen[WireName($0.value)])
      }
      if ReservedNames.isTaken(value: name) { return complainReserved(name, entry) }
      let plain = ValueName.member(value, key: key)
      check(name, of: value, plain: plain, among: owners, entry)
    default: return
    }
  }

  /// Names of types, namespaces and modules, which are shared by all models.
  private mutating func checkType(_ entry: Configuration.Entry, _ types: ChosenTypes) {
    guard let name = entry.name else { return }
    let parts = name.split(separator: ".").map(String.init)
    let taken = parts.first { ReservedNames.isTaken(type: $0) }
    switch entry.subject {
    case .type(let id):
      guard let dotted = types.dotted(name, of: id) else { return }
      if let taken { return complainReserved(taken, entry) }
      if dotted == name, let first = parts.first, VendorNames.isTaken(first) {
        return complainTaken(first, entry)
      }
      check(dotted, of: id, plain: types.plainType(of: id), among: types.types, entry)
    case .module(let vendor):
      if let taken { return complainReserved(taken, entry) }
      let plain = types.plainNamespace(of: vendor) + "Models"
      check(
        name.lowercased(), shown: name, of: vendor, plain: plain.lowercased(),
        among: types.modules, entry)
    case .namespace(let vendor):
      if let taken { return complainReserved(taken, entry) }
      if VendorNames.isTaken(name) { return complainTaken(name, entry) }
      let plain = types.plainNamespace(of: vendor)
      check(name, of: vendor, plain: plain, among: types.namespaces, entry)
    default: return
    }
  }

  /// - Parameter plain: The name that the owner would have if there were no others.
  private mutating func check(
    _ name: String, shown: String? = nil, of owner: String, plain: String,
    among owners: [NameOwner], _ entry: Configuration.Entry
  ) {
    let isPinned = name == plain
    let other = owners.first {
      $0.has(name) && !$0.owner.isSameOnWire(as: owner) && ($0.chosen != nil || !isPinned)
    }
    guard let other else { return }
    complain(
      "\"\(shown ?? name)\" is the name of \"\(other.owner)\" too; choose another", entry.value)
  }

  private mutating func complainReserved(_ name: String, _ entry: Configuration.Entry) {
    complain("\"\(name)\" has a meaning of its own in bindings; choose another", entry.value)
  }

  private mutating func complainTaken(_ name: String, _ entry: Configuration.Entry) {
    complain(
      "\"\(name)\" is also a type of Swift, Foundation, SwiftUI or ModelRuntime; choose another",
      entry.value)
  }

  private mutating func complain(_ message: String, _ node: JSONNode) {
    diagnostics.append(configuration.error(message, at: node))
  }
}
