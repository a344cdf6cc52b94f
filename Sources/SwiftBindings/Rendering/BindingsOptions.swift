/// Where and how bindings are emitted.
public struct BindingsOptions: Sendable {
  public var access: AccessLevel
  /// Whether all files belong to one module instead of one for each vendor.
  public var isSingleModule: Bool
  public var overrides: NameOverrides

  public init(
    access: AccessLevel = .public, isSingleModule: Bool = false,
    overrides: NameOverrides = NameOverrides()
  ) {
    self.access = access
    self.isSingleModule = isSingleModule
    self.overrides = overrides
  }
}
