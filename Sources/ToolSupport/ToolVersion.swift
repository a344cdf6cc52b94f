/// The version of the tools.
public enum ToolVersion {
  public static var text: String { "1.0.0" }

  /// The major version, as every emitted file names it: a new minor version changes no file.
  public static var series: String { text.prefix { $0 != "." } + ".x" }
}
