/// Where and how bindings are emitted.
package struct BindingsOptions: Sendable {
  package var access: AccessLevel
  /// Everything in one module, instead of one for each vendor.
  package var isSingleModule: Bool
  /// The generator's version, for the head of every file.
  package var toolVersion: String
  package var overrides: NameOverrides

  package init(
    access: AccessLevel = .public, isSingleModule: Bool = false, toolVersion: String,
    overrides: NameOverrides = NameOverrides()
  ) {
    self.access = access
    self.isSingleModule = isSingleModule
    self.toolVersion = toolVersion
    self.overrides = overrides
  }
}

/// A source file of bindings.
package struct EmittedFile: Sendable, Hashable {
  /// Below the output folder.
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
