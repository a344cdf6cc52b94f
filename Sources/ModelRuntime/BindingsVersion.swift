/// The versions of emitted code that this runtime can serve.
///
/// Every emitted file names the version it was written for. A runtime that no longer serves it
/// lacks the name, so that the compiler stops at the mismatch and says what to do: run the
/// generator again.
public enum BindingsVersion {
  /// Bindings that list their fields once, for checking and for writing.
  public enum V2 {}
}
