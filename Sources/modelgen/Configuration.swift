import JSONTree
import ModelSchema
import SchemaRules
import SwiftBindings
import ToolSupport

/// What `modelgen.json` says.
struct Configuration {
  var access: AccessLevel?
  var overrides = NameOverrides()
  /// Where each entry stands, for the complaint that it matches nothing.
  private var entries: [(kind: Entry, node: JSONNode)] = []
  private var file = ""

  private enum Entry {
    case model(String)
    case property(model: String, key: String)
    case value(model: String, key: String, value: String)
    case vendor(String)
  }

  /// No configuration.
  init() {}

  /// Reads a configuration; whatever is wrong with it is in the diagnostics.
  init(path: String, bytes: [UInt8], _ diagnostics: inout [Diagnostic]) {
    file = path
    do {
      let root = try JSONDocument(parsing: bytes).root
      read(root, &diagnostics)
    } catch {
      diagnostics.append(
        Diagnostic(.error, file: path, place: error.place, message: error.message))
    }
  }

  private mutating func read(_ root: JSONNode, _ diagnostics: inout [Diagnostic]) {
    for member in object(root, "the configuration", &diagnostics) {
      switch member.key {
      case "access":
        access = member.value.string.flatMap(AccessLevel.init(rawValue:))
        if access == nil {
          complain(
            "\"access\" is \"public\", \"package\" or \"internal\"", member.value, &diagnostics)
        }
      case "names":
        for model in object(member.value, "\"names\"", &diagnostics) {
          entries.append((.model(model.key), model.keyNode))
          overrides.models[model.key] = readModel(model, &diagnostics)
        }
      case "vendors":
        for vendor in object(member.value, "\"vendors\"", &diagnostics) {
          entries.append((.vendor(vendor.key), vendor.keyNode))
          overrides.vendors[vendor.key] = readVendor(vendor, &diagnostics)
        }
      default:
        complain(unknown(member.key, ["access", "names", "vendors"]), member.keyNode, &diagnostics)
      }
    }
  }

  private mutating func readModel(
    _ member: JSONMember, _ diagnostics: inout [Diagnostic]
  ) -> NameOverrides.Model {
    var model = NameOverrides.Model()
    for entry in object(member.value, "a model's names", &diagnostics) {
      switch entry.key {
      case "type": model.type = name(entry.value, dotsAllowed: true, &diagnostics)
      case "properties":
        for property in object(entry.value, "\"properties\"", &diagnostics) {
          entries.append((.property(model: member.key, key: property.key), property.keyNode))
          model.properties[property.key] = name(property.value, &diagnostics)
        }
      case "values":
        for property in object(entry.value, "\"values\"", &diagnostics) {
          for value in object(property.value, "a property's values", &diagnostics) {
            entries.append(
              (.value(model: member.key, key: property.key, value: value.key), value.keyNode))
            model.values[property.key, default: [:]][value.key] = name(value.value, &diagnostics)
          }
        }
      default:
        complain(unknown(entry.key, ["type", "properties", "values"]), entry.keyNode, &diagnostics)
      }
    }
    return model
  }

  private func readVendor(
    _ member: JSONMember, _ diagnostics: inout [Diagnostic]
  ) -> NameOverrides.Vendor {
    var vendor = NameOverrides.Vendor()
    for entry in object(member.value, "a vendor's names", &diagnostics) {
      switch entry.key {
      case "module": vendor.module = name(entry.value, &diagnostics)
      case "namespace": vendor.namespace = name(entry.value, &diagnostics)
      default: complain(unknown(entry.key, ["module", "namespace"]), entry.keyNode, &diagnostics)
      }
    }
    return vendor
  }

  /// Entries that match no model, property or value, which are mistakes or leftovers.
  ///
  /// - Parameter models: Those whose names are asked for, by id; a model that can't be read says
  ///   nothing about its properties.
  func unmatched(ids: [String], models: [String: Model]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let vendors = ids.compactMap { $0.split(separator: "/").first.map(String.init) }
    for (entry, node) in entries {
      switch entry {
      case .model(let id):
        guard !ids.contains(id) else { continue }
        complain("there is no model \"\(id)\"" + hint(id, ids), node, &diagnostics)
      case .vendor(let vendor):
        guard !vendors.contains(vendor) else { continue }
        complain("there is no vendor \"\(vendor)\"" + hint(vendor, vendors), node, &diagnostics)
      case .property(let id, let key):
        guard let model = models[id], property(key, of: model) == nil else { continue }
        complain(
          "\(id) has no property \"\(key)\"" + hint(key, model.input.properties.map(\.key)), node,
          &diagnostics)
      case .value(let id, let key, let value):
        guard let model = models[id] else { continue }
        let published = property(key, of: model).map { NameTable.publishedTexts(of: $0) } ?? []
        guard !published.contains(value) else { continue }
        complain(
          "\"\(key)\" of \(id) has no value \"\(value)\"" + hint(value, published), node,
          &diagnostics)
      }
    }
    return diagnostics
  }

  private func property(_ key: String, of model: Model) -> Property? {
    model.input.properties.first { $0.key.isSameOnWire(as: key) }
  }

  private func hint(_ word: String, _ candidates: [String]) -> String {
    Spelling.nearest(to: word, among: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  private func unknown(_ key: String, _ known: [String]) -> String {
    "\"\(key)\" is not known here; the keys are \(known.joined(separator: ", "))"
  }

  private func object(
    _ node: JSONNode, _ what: String, _ diagnostics: inout [Diagnostic]
  ) -> JSONMembers {
    if node.kind != .object { complain("\(what) must be an object", node, &diagnostics) }
    return node.members
  }

  private func name(
    _ node: JSONNode, dotsAllowed: Bool = false, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let text = node.string, NameTable.isUsable(text, dotsAllowed: dotsAllowed) else {
      complain("\(node.text) can't be a Swift name", node, &diagnostics)
      return nil
    }
    return text
  }

  private func complain(_ message: String, _ node: JSONNode, _ diagnostics: inout [Diagnostic]) {
    diagnostics.append(
      Diagnostic(.error, file: file, place: node.place, pointer: node.pointer, message: message))
  }
}
