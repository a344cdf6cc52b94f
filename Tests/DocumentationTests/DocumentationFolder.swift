import Foundation
import TestSupport

/// A folder in which a reader of the documentation follows it.
final class DocumentationFolder: TestFolder, Sendable {
  let root: String

  init() throws { root = try Self.makeRoot("documentation") }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The parts of the repository that the commands work on, the pages that articles import, and
  /// tools under the names that readers type.
  func addProject() throws {
    let files = FileManager.default
    for name in ["schemas", "Generated", "Package.swift"] {
      try files.copyItem(atPath: Repository.root + "/" + name, toPath: path(name))
    }
    let pages = Repository.root + "/Tests/DocumentationTests/Pages"
    for page in try files.contentsOfDirectory(atPath: pages) {
      try files.copyItem(atPath: pages + "/" + page, toPath: path(page))
    }
    try files.createDirectory(atPath: path(".tools"), withIntermediateDirectories: true)
    for tool in ["modelgen", "modelrun"] {
      try files.createSymbolicLink(
        atPath: path(".tools/" + tool), withDestinationPath: BuildFolder.program(tool))
    }
    // `swift run` builds the whole package; the tools are built already.
    try write(".tools/swift", "#!/bin/sh\n[ \"$1\" = run ] && shift\nexec \"$@\"\n")
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path(".tools/swift"))
  }

  /// The lines that a command of a shell prints, on both streams.
  func run(_ command: String) throws -> [String] {
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let ending = try ChildProcess(
      "/bin/sh", ["-c", "{ \(command)\n} 2>&1"], in: root,
      variables: ["PATH": path(".tools") + ":" + search, "NO_COLOR": "1"]
    ).end()
    var lines = ending.out.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
