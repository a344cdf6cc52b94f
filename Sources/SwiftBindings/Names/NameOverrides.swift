public import JSONTree

/// Names that somebody chose, and where bindings go: the contents of `modelgen.json`.
public struct NameOverrides: Sendable {
  /// The chosen names of one model.
  public struct Model: Sendable {
    /// The model's type; with dots, its whole path below the vendor's namespace.
    public var type: String?
    /// By key.
    public var properties: [WireName: String] = [:]
    /// By key and value.
    public var values: [WireName: [WireName: String]] = [:]

    public init() {}
  }

  /// The chosen names of one vendor.
  public struct Vendor: Sendable {
    public var module: String?
    public var namespace: String?

    public init() {}
  }

  /// By model id.
  public var models: [WireName: Model] = [:]
  /// By the first segment of ids.
  public var vendors: [WireName: Vendor] = [:]

  public init() {}

  /// The chosen names of a model; nil where none are.
  public func model(_ id: String) -> Model? { models[WireName(id)] }

  /// The chosen names of a vendor; nil where none are.
  public func vendor(_ vendor: String) -> Vendor? { vendors[WireName(vendor)] }
}

extension NameOverrides {
  /// The chosen names of a model as text that is the same for the same names.
  public func description(of id: String) -> String {
    guard let model = model(id) else { return "" }
    func list(_ names: [WireName: String]) -> String {
      names.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
    }
    let values = model.values.sorted { $0.key < $1.key }.map { "\($0.key):\(list($0.value))" }
    return ([model.type ?? "", list(model.properties)] + values).joined(separator: "\n")
  }
}
