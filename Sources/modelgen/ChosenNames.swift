import ModelCore
import ModelGenerator
import ModelSchema

/// The names that `modelgen.json` chooses for a model, as text.
struct ChosenNames {
  /// A line for each configured name, and one for all names that are only pinned.
  private(set) var lines: [String] = []
  private var kept: [String] = []
  private var keptKeys = 0
  private var keptValues = 0

  init(of model: Model, _ overrides: NameOverrides) {
    noteVendor(of: model, overrides)
    if let names = overrides.model(model.id) {
      noteType(names.type, of: model)
      for property in model.input.properties { noteNames(of: property, names) }
    }
    if keptKeys > 0 { kept.append(ValueText.counted(keptKeys, "key")) }
    if keptValues > 0 { kept.append(ValueText.counted(keptValues, "value")) }
    if !kept.isEmpty {
      lines.append("pinned to the current names: \(kept.joined(separator: ", "))")
    }
  }

  private mutating func noteVendor(of model: Model, _ overrides: NameOverrides) {
    let vendor = ModelIDParts.vendor(of: model.id)
    let plain = TypePaths(ids: [model.id], overrides: NameOverrides())[model.id]
    guard let names = overrides.vendor(vendor), let plain else { return }
    if note("module", names.module, insteadOf: plain.module) { kept.append("module") }
    if note("namespace", names.namespace, insteadOf: plain.components[0]) {
      kept.append("namespace")
    }
  }

  private mutating func noteType(_ type: String?, of model: Model) {
    let plain = TypePaths(ids: [model.id], overrides: NameOverrides())[model.id]
    let components = (plain?.components ?? []).dropFirst(type?.contains(".") == true ? 1 : 0)
    let name = type?.contains(".") == true ? components.joined(separator: ".") : components.last
    if note("type", type, insteadOf: name ?? "") { kept.append("type") }
  }

  private mutating func noteNames(of property: Property, _ names: NameOverrides.Model) {
    let key = WireName(property.key)
    let plain = NameTable.plainName(ofProperty: property.key)
    if note(property.key, names.properties[key], insteadOf: plain) { keptKeys += 1 }
    for value in NameTable.publishedTexts(of: property) {
      let plain = NameTable.plainName(ofValue: value, key: property.key)
      let chosen = names.values[key]?[WireName(value)]
      if note("\(property.key) \"\(value)\"", chosen, insteadOf: plain) { keptValues += 1 }
    }
  }

  /// - Returns: Whether the name is chosen to be what it is anyway.
  private mutating func note(_ what: String, _ chosen: String?, insteadOf plain: String) -> Bool {
    guard let chosen else { return false }
    if chosen == plain { return true }
    lines.append("\(what): \(chosen) instead of \(plain)")
    return false
  }
}
