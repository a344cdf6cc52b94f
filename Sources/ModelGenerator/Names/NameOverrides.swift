package import ModelCore

/// Names that somebody chose, and where bindings go: the contents of `modelgen.json`.
package struct NameOverrides: Sendable {
  /// The chosen names of one model.
  package struct Model: Sendable {
    /// The model's type; with dots, its whole path below the vendor's namespace.
    package var type: String?
    /// By key.
    package var properties: [WireName: String] = [:]
    /// By key and value.
    package var values: [WireName: [WireName: String]] = [:]

    package init() {}
  }

  /// The chosen names of one vendor.
  package struct Vendor: Sendable {
    package var module: String?
    package var namespace: String?

    package init() {}
  }

  /// By model id.
  package var models: [WireName: Model] = [:]
  /// By the first segment of ids.
  package var vendors: [WireName: Vendor] = [:]

  package init() {}

  /// The chosen names of a model; nil where none are.
  package func model(_ id: String) -> Model? { models[WireName(id)] }

  /// The chosen names of a vendor; nil where none are.
  package func vendor(_ vendor: String) -> Vendor? { vendors[WireName(vendor)] }
}

extension NameOverrides {
  /// The chosen names of a model as text that is the same for the same names.
  package func description(of id: String) -> String {
    guard let model = model(id) else { return "" }
    func list(_ names: [WireName: String]) -> String {
      names.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
    }
    let values = model.values.sorted { $0.key < $1.key }.map { "\($0.key):\(list($0.value))" }
    return ([model.type ?? "", list(model.properties)] + values).joined(separator: "\n")
  }
}
