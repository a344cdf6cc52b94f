/// The versions of generated code that this runtime supports.
///
/// Every generated file names the version it was generated for. A runtime that doesn't support that
/// version lacks the name, so that the compiler reports the mismatch: generate the bindings again.
@_spi(Generated) public enum RuntimeVersion {
  /// Bindings that list their fields once, for checking, writing and reading.
  public enum V3 {}
}
