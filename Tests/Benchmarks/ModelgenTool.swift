import Foundation

/// The generator as it is now, built like the benchmarks.
enum ModelgenTool {
  /// Builds the tool where this program stands, and gives its path: `swift run benchmarks` alone
  /// would measure a tool of before, or none.
  static func path() throws -> String {
    let folder = URL(fileURLWithPath: ChildProgram.buildFolder)
    let scratch = folder.deletingLastPathComponent().deletingLastPathComponent()
    _ = try ChildProgram.run(
      [
        "/usr/bin/env", "swift", "build", "--product", "modelgen",
        "--configuration", folder.lastPathComponent, "--package-path", ManyModels.package,
        "--scratch-path", scratch.path,
      ], in: NSTemporaryDirectory())
    return folder.path + "/modelgen"
  }
}
