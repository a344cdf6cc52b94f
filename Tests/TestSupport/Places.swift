import Foundation

/// The folder that the tests were built into, and with them the tools.
public enum BuildFolder {
  public static let path = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().path

  public static func program(_ name: String) -> String { path + "/" + name }
}

/// The model files of this repository.
public enum Repository {
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  public static let schemas = root + "/schemas"
}
