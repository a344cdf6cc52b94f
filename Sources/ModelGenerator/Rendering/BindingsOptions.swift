/// Where and how bindings are emitted.
package struct BindingsOptions: Sendable {
  package var access: AccessLevel
  /// Whether all files belong to one module instead of one for each vendor.
  package var isSingleModule: Bool
  package var overrides: NameOverrides

  package init(
    access: AccessLevel = .public, isSingleModule: Bool = false,
    overrides: NameOverrides = NameOverrides()
  ) {
    self.access = access
    self.isSingleModule = isSingleModule
    self.overrides = overrides
  }
}
