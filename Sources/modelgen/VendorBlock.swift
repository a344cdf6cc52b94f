import ToolSupport

/// The list of vendor modules that a package manifest holds between two marker comments.
///
/// Scanning the folder inside the manifest doesn't work, since SwiftPM caches what a manifest says.
enum VendorBlock {
  private static var begin: String { "// modelgen: begin vendors of " }
  private static var end: String { "// modelgen: end vendors of " }

  /// The change that brings the list up to date; nil where there is no list for this output
  /// folder, or nothing to change.
  static func change(
    modules: [String], output: OutputFolder
  ) throws(CommandFailure) -> FileChange? {
    guard !modules.isEmpty else { return nil }
    let parent = Paths.parent(of: output.path)
    let name = output.path.split(separator: "/").last.map(String.init) ?? output.path
    let path = Paths.join(parent, "Package.swift")
    guard Files.exists(path) else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw CommandFailure(.cannotWrite, error.description)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.firstIndex(where: { $0.trimmed == begin + name }) else { return nil }
    guard let last = lines.firstIndex(where: { $0.trimmed == end + name }), last > first else {
      throw CommandFailure(
        .badInput, "\(path):\(first + 1): the line \"\(end)\(name)\" is missing below this one")
    }
    lines.replaceSubrange(first + 1..<last, with: declaration(modules))
    let changed = lines.joined(separator: "\n")
    return changed == text
      ? nil : FileChange(path: path, kind: .replace(Array(changed.utf8)))
  }

  private static func declaration(_ modules: [String]) -> [String] {
    ["let vendorModules: [String] = ["] + modules.map { "  \"\($0)\"," } + ["]"]
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
