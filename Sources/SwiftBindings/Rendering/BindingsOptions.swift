/// Where and how bindings are emitted.
public struct BindingsOptions: Sendable {
  public var access: AccessLevel
  /// Everything in one module, instead of one for each vendor.
  public var isSingleModule: Bool
  /// The generator's version, for the head of every file.
  public var toolVersion: String
  public var overrides: NameOverrides

  public init(
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
public struct EmittedFile: Sendable, Hashable {
  /// Below the output folder.
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
