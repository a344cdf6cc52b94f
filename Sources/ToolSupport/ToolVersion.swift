/// The version of the tools, which every emitted file names.
public enum ToolVersion {
  public static var text: String { "1.0.0" }
}
