@_exported public import TestSupport

/// The tool as it was built, run as users run it: in a process of its own.
enum BuiltTool {
  static var folder: String { BuildFolder.path }

  static func run(
    _ words: [String], in folder: String, outTo file: String? = nil
  ) throws -> ChildProcess.Ending {
    try run(program: BuildFolder.program("modelgen"), words, in: folder, outTo: file)
  }

  /// - Parameter file: Where standard output goes instead of into the ending.
  static func run(
    program: String, _ words: [String], in folder: String, outTo file: String? = nil
  ) throws -> ChildProcess.Ending {
    try ChildProcess(program, words, in: folder, outTo: file).end()
  }
}
