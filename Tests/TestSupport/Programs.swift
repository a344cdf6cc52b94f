import Foundation

/// Programs that tests use where they are installed.
public enum Programs {
  /// The first of this name along `PATH`, of those that do what is wanted.
  public static func find(_ name: String, where suits: (String) -> Bool = { _ in true }) -> String?
  {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) && suits($0) }
  }
}
