/// The options for generated code.
package struct BindingsOptions: Sendable {
  package var access: AccessLevel
  /// A Boolean value that indicates whether all files belong to one module instead of one for each
  /// vendor.
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
