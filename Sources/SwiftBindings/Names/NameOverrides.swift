/// Names that somebody chose, and where bindings go: the contents of `modelgen.json`.
public struct NameOverrides: Sendable {
  /// The chosen names of one model.
  public struct Model: Sendable {
    /// The model's type; with dots, its whole path below the vendor's namespace.
    public var type: String?
    /// By key.
    public var properties: [String: String] = [:]
    /// By key and value.
    public var values: [String: [String: String]] = [:]

    public init() {}
  }

  /// The chosen names of one vendor.
  public struct Vendor: Sendable {
    public var module: String?
    public var namespace: String?

    public init() {}
  }

  /// By model id.
  public var models: [String: Model] = [:]
  /// By the first segment of ids.
  public var vendors: [String: Vendor] = [:]

  public init() {}
}
