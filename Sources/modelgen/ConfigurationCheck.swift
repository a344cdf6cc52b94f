import SchemaRules
import JSONTree
import ModelFiles
import ModelSchema
import SwiftBindings

/// Holds a configuration against the models: every entry must match something, and no chosen name
/// may be another's.
struct ConfigurationCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private let configuration: Configuration
  private let ids: [String]
  private let vendors: [String]
  private let models: [String: Model]

  init(_ configuration: Configuration, _ models: ModelSet) {
    self.configuration = configuration
    // A model that can't be read says nothing about its names, and is no reason to complain here.
    ids = models.ids + models.brokenIDs
    vendors = ids.compactMap { $0.split(separator: "/").first.map(String.init) }
    self.models = models.interpreted(configuration.overrides.models.keys)
    for entry in configuration.entries where !reportUnmatched(entry) { checkMembers(entry) }
    checkTypes(models.ids)
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
      problem = models[id].flatMap { model in
        missing(key, among: model.input.properties.map(\.key), "\(id) has no property \"\(key)\"")
      }
    case .value(let id, let key, let value):
      problem = models[id].flatMap { model in
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
      guard let model = models[id] else { return }
      let chosen = configuration.overrides.models[id]?.properties ?? [:]
      let names = NameTable(of: model).rows.map { ($0.key, chosen[$0.key] ?? $0.identifier) }
      if NameTable.isReserved(property: name) { return complainReserved(name, entry) }
      checkApart(name, of: key, among: names, entry)
    case .value(let id, let key, let value):
      guard let model = models[id] else { return }
      let chosen = configuration.overrides.models[id]?.values[key] ?? [:]
      let row = NameTable(of: model).rows.first { $0.key.isSameOnWire(as: key) }
      let names = (row?.values ?? []).map { ($0.value, chosen[$0.value] ?? $0.member) }
      if NameTable.isReserved(value: name) { return complainReserved(name, entry) }
      checkApart(name, of: value, among: names, entry)
    default: return
    }
  }

  /// Names of types, namespaces and modules, which are shared by all models.
  private mutating func checkTypes(_ ids: [String]) {
    let overrides = configuration.overrides
    let hasTypes = overrides.models.contains { $0.value.type != nil }
    guard hasTypes || !overrides.vendors.isEmpty else { return }
    var vendorsOnly = NameOverrides()
    vendorsOnly.vendors = overrides.vendors
    let paths = TypePaths(ids: ids, overrides: vendorsOnly)
    let natural = TypePaths(ids: ids, overrides: NameOverrides())
    var types: [(String, String)] = []
    var modules: [String: String] = [:]
    var namespaces: [String: String] = [:]
    for id in ids {
      guard let path = paths[id], let plain = natural[id],
        let first = id.split(separator: "/").first
      else { continue }
      let vendor = String(first)
      modules[vendor] = (overrides.vendors[vendor]?.module ?? plain.module).lowercased()
      namespaces[vendor] = overrides.vendors[vendor]?.namespace ?? plain.components[0]
      types.append((id, dotted(path, overrides.models[id]?.type)))
    }
    for entry in configuration.entries {
      guard let name = entry.name else { continue }
      switch entry.subject {
      case .type(let id):
        guard let path = paths[id] else { continue }
        let parts = name.split(separator: ".").map(String.init)
        if let taken = parts.first(where: { NameTable.isReserved(type: $0) }) {
          complainReserved(taken, entry)
        } else {
          checkApart(dotted(path, name), of: id, among: types, entry)
        }
      case .module(let vendor):
        if NameTable.isReserved(type: name) {
          complainReserved(name, entry)
        } else {
          checkApart(name.lowercased(), shown: name, of: vendor, among: sorted(modules), entry)
        }
      case .namespace(let vendor):
        if NameTable.isReserved(type: name) {
          complainReserved(name, entry)
        } else {
          checkApart(name, of: vendor, among: sorted(namespaces), entry)
        }
      default: continue
      }
    }
  }

  private func dotted(_ path: TypePath, _ chosen: String?) -> String {
    guard let chosen else { return path.dotted }
    let enclosing = chosen.contains(".") ? [path.components[0]] : path.enclosing
    return (enclosing + [chosen]).joined(separator: ".")
  }

  private func sorted(_ names: [String: String]) -> [(String, String)] {
    names.sorted { WireName($0.key) < WireName($1.key) }.map { ($0.key, $0.value) }
  }

  private mutating func checkApart(
    _ name: String, shown: String? = nil, of owner: String, among names: [(String, String)],
    _ entry: Configuration.Entry
  ) {
    func bare(_ name: String) -> String { name.filter { $0 != "`" } }
    let other = names.first { $0.1 == name || bare($0.1) == bare(name) ? $0.0 != owner : false }
    guard let other else { return }
    complain("\"\(shown ?? name)\" is the name of \"\(other.0)\" too; choose another", entry.value)
  }

  private mutating func complainReserved(_ name: String, _ entry: Configuration.Entry) {
    complain("\"\(name)\" has a meaning of its own in bindings; choose another", entry.value)
  }

  private mutating func complain(_ message: String, _ node: JSONNode) {
    diagnostics.append(
      Diagnostic(
        .error, file: configuration.file, place: node.place, pointer: node.pointer,
        message: message))
  }
}
