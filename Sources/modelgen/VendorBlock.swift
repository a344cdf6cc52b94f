import ModelCore
import ModelGenerator
import ToolSupport

/// The list of vendor modules that a package manifest holds between two marker comments.
///
/// Scanning the folder inside the manifest doesn't work, since SwiftPM caches what a manifest says.
enum VendorBlock {
  private static var begin: String { "// modelgen: begin vendors of " }
  private static var end: String { "// modelgen: end vendors of " }

  /// The change that brings the list up to date; nil where there is no list for this output
  /// folder, or nothing to change.
  ///
  /// - Parameter modules: None empties the list.
  static func change(modules: [String], output: OutputFolder) throws(Refusal) -> FileChange? {
    guard let (path, name) = manifest(beside: output.path) else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw Refusal(path, error.description)
    }
    let lines = Line.all(of: bytes)
    guard let first = lines.firstIndex(where: { $0.trimmed == begin + name }) else { return nil }
    guard let last = lines[first...].firstIndex(where: { $0.trimmed == end + name }) else {
      throw Refusal(
        path, at: SourcePlace(line: first + 1, column: lines[first].indent.count + 1),
        "the line \"\(end)\(name)\" is missing below this one")
    }
    let inside = lines[(first + 1)..<last]
    var changed = lines[...first].flatMap(\.bytes)
    for text in declaration(modules, instead: inside.map(\.trimmed)) {
      changed += lines[first].indent + Array(text.utf8) + lines[first].ending
    }
    changed += lines[last...].flatMap(\.bytes)
    return changed == bytes ? nil : FileChange(path: path, kind: .replace(changed))
  }

  /// Returns advice for a manifest that doesn't declare the new modules yet. Without a target, a
  /// build ignores their files.
  static func advice(on modules: [String], output: OutputFolder) -> String? {
    guard let (path, name) = manifest(beside: output.path), let bytes = try? Files.read(path)
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let unknown = modules.filter { !text.contains($0) }
    guard !unknown.isEmpty, !text.contains(begin + name) else { return nil }
    return """
      \(path) has no target for \(unknown.joined(separator: ", ")) yet. Add one with the path \
      "\(name)/\(unknown[0])" that depends on ModelRuntime, or these two lines, between which a \
      list of all modules is kept:
        \(begin)\(name)
        \(end)\(name)
      """
  }

  /// The package manifest next to the output folder, and the folder's name; nil if there is none.
  private static func manifest(beside output: String) -> (path: String, name: String)? {
    var path = output
    if [".", ".."].contains(path.split(separator: "/").last ?? ".") {
      guard let resolved = Files.resolved(path) else { return nil }
      path = resolved
    }
    guard let name = path.split(separator: "/").last else { return nil }
    let manifest = Paths.join(Paths.parent(of: path), "Package.swift")
    return Files.exists(manifest) ? (manifest, String(name)) : nil
  }

  /// The list, with the name that its author gave it.
  private static func declaration(_ modules: [String], instead old: [String]) -> [String] {
    let heads = old.filter { $0.hasPrefix("let ") }.compactMap { line in
      line.firstIndex(of: "[").flatMap { _ in line.endOfHead }
    }
    let head = heads.first ?? "let vendorModules: [String] = ["
    // Formatters want a comma behind each, but none behind the only one.
    let comma = modules.count == 1 ? "" : ","
    return modules.isEmpty ? [head + "]"] : [head] + modules.map { "  \"\($0)\"\(comma)" } + ["]"]
  }
}

extension String {
  /// Up to the bracket that opens the list.
  fileprivate var endOfHead: String? {
    guard let equals = firstIndex(of: "="), let open = self[equals...].firstIndex(of: "[") else {
      return nil
    }
    return String(self[...open])
  }
}

/// A line of a file, byte for byte.
private struct Line {
  /// With the line's end.
  let bytes: ArraySlice<UInt8>

  static func all(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(Line(bytes: bytes[start..<end]))
      start = end
    }
    return lines
  }

  var indent: [UInt8] {
    Array(bytes.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
  }

  var ending: [UInt8] {
    bytes.suffix(2).elementsEqual("\r\n".utf8) ? Array("\r\n".utf8) : [UInt8(ascii: "\n")]
  }

  var trimmed: String {
    var rest = bytes.dropFirst(indent.count)
    while let last = rest.last, last <= UInt8(ascii: " ") { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}
