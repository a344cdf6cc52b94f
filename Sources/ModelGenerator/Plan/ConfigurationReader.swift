import ModelCore
import ModelSchema

/// Reads `modelgen.json`, and says where it is not as it should be.
struct ConfigurationReader {
  private(set) var configuration: Configuration
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { configuration = Configuration(file: file) }

  mutating func read(_ bytes: [UInt8]) {
    do {
      let document = try JSONDocument(parsing: bytes)
      for twin in document.duplicateKeys {
        diagnostics.append(
          Diagnostic(
            .error, file: configuration.file, place: twin.place, pointer: twin.object,
            message: "duplicate key \"\(twin.key)\"",
            fix: "it stands first at line \(twin.first.line), column \(twin.first.column)"))
      }
      read(document.root)
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, file: configuration.file, place: error.place, message: error.message))
    }
  }

  private mutating func read(_ root: JSONNode) {
    for member in object(root, "the configuration") {
      switch member.key {
      case "access":
        configuration.access = member.value.string.flatMap(AccessLevel.init(rawValue:))
        if configuration.access == nil {
          complain("\"access\" is \"public\", \"package\" or \"internal\"", member.value)
        }
      case "names":
        for model in object(member.value, "\"names\"") {
          note(.model(model.key), model)
          configuration.overrides.models[WireName(model.key)] = readModel(model)
        }
      case "vendors":
        for vendor in object(member.value, "\"vendors\"") {
          note(.vendor(vendor.key), vendor)
          configuration.overrides.vendors[WireName(vendor.key)] = readVendor(vendor)
        }
      default: complainUnknown(member, ["access", "names", "vendors"])
      }
    }
  }

  private mutating func readModel(_ member: JSONMember) -> NameOverrides.Model {
    var model = NameOverrides.Model()
    for entry in object(member.value, "a model's names") {
      switch entry.key {
      case "type":
        model.type = name(entry.value, dotsAllowed: true)
        note(.type(model: member.key), entry, chooses: model.type)
      case "properties":
        for property in object(entry.value, "\"properties\"") {
          let name = name(property.value)
          note(.property(model: member.key, key: property.key), property, chooses: name)
          model.properties[WireName(property.key)] = name
        }
      case "values":
        for property in object(entry.value, "\"values\"") {
          readValues(property, of: member.key, into: &model)
        }
      default: complainUnknown(entry, ["type", "properties", "values"])
      }
    }
    return model
  }

  private mutating func readValues(
    _ property: JSONMember, of model: String, into names: inout NameOverrides.Model
  ) {
    for value in object(property.value, "a property's values") {
      let name = name(value.value)
      note(.value(model: model, key: property.key, value: value.key), value, chooses: name)
      names.values[WireName(property.key), default: [:]][WireName(value.key)] = name
    }
  }

  private mutating func readVendor(_ member: JSONMember) -> NameOverrides.Vendor {
    var vendor = NameOverrides.Vendor()
    for entry in object(member.value, "a vendor's names") {
      switch entry.key {
      case "module":
        vendor.module = name(entry.value)
        note(.module(vendor: member.key), entry, chooses: vendor.module)
      case "namespace":
        vendor.namespace = name(entry.value)
        note(.namespace(vendor: member.key), entry, chooses: vendor.namespace)
      default: complainUnknown(entry, ["module", "namespace"])
      }
    }
    return vendor
  }

  private mutating func note(
    _ subject: Configuration.Entry.Subject, _ member: JSONMember, chooses name: String? = nil
  ) {
    configuration.entries.append(
      Configuration.Entry(
        subject: subject, keyNode: member.keyNode, name: name, value: member.value))
  }

  private mutating func object(_ node: JSONNode, _ what: String) -> JSONMembers {
    if node.kind != .object { complain("\(what) must be an object", node) }
    return node.members
  }

  private mutating func name(_ node: JSONNode, dotsAllowed: Bool = false) -> String? {
    guard let text = node.string, NameTable.isUsable(text, dotsAllowed: dotsAllowed) else {
      complain("\(node.text) can't be a Swift name", node)
      return nil
    }
    return text
  }

  private mutating func complainUnknown(_ member: JSONMember, _ known: [String]) {
    let near = Spelling.nearest(to: member.key, among: known)
    complain(
      "\"\(member.key)\" isn't a known key; "
        + (near.map { "did you mean \"\($0)\"?" }
          ?? "the keys are \(known.joined(separator: ", "))"),
      member.keyNode)
  }

  private mutating func complain(_ message: String, _ node: JSONNode) {
    diagnostics.append(configuration.error(message, at: node))
  }
}
