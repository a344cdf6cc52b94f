import ModelCore

/// The file in the output folder in which `generate` remembers what it wrote.
///
/// It is needed only while a model can't be generated, so that the other files compile with the file
/// that stays. It is written anew by every run: a conflict in a merge is resolved by generating
/// again.
package struct BindingsManifest: Sendable, Hashable {
  /// The name of the file: hidden, so that no build takes it for a source file or a resource.
  package static var fileName: String { ".modelgen.json" }

  /// The record of each file, by its path relative to the output folder.
  package var files: [String: FileRecord]

  package init(_ files: [String: FileRecord] = [:]) { self.files = files }

  /// Reads a manifest; `nil` for bytes that are none, such as those with the marks of a merge
  /// conflict.
  package init?(parsing bytes: [UInt8]) {
    guard let root = try? JSONDocument(parsing: bytes).root,
      root["version"]?.number?.int == Self.version, let members = root["files"]?.members
    else { return nil }
    files = [:]
    for member in members { files[member.key] = FileRecord(member.value) }
  }

  private static var version: Int { 1 }

  /// The text of the file: a line for each file, in the order of their paths, so that changes of
  /// different models rarely meet in one line.
  package var bytes: [UInt8] {
    var lines = files.sorted { WireName($0.key) < WireName($1.key) }.map { path, record in
      "    \(JSONValue.string(path)): \(JSONValue.object(record.json))"
    }.joined(separator: ",\n")
    if !lines.isEmpty { lines = "\n" + lines + "\n  " }
    return Array("{\n  \"version\": \(Self.version),\n  \"files\": {\(lines)}\n}\n".utf8)
  }
}

extension FileRecord {
  fileprivate init?(_ node: JSONNode) {
    guard let model = node["model"]?.string, let type = node["type"]?.path else { return nil }
    self.init(
      source: node["source"]?.string ?? model + ".json", model: model, type: type,
      namespaces: node["declares"]?.elements.compactMap(\.path) ?? [],
      sharedTypes: node["uses"]?.elements.compactMap(\.path) ?? [])
  }

  fileprivate var json: JSONObject {
    func list(_ paths: [[String]]) -> JSONValue {
      .array(paths.map { .string($0.joined(separator: ".")) })
    }
    var object: JSONObject = ["model": .string(model)]
    if source != model + ".json" { object["source"] = .string(source) }
    object["type"] = .string(type.joined(separator: "."))
    if let namespaces, !namespaces.isEmpty { object["declares"] = list(namespaces) }
    if !sharedTypes.isEmpty { object["uses"] = list(sharedTypes) }
    return object
  }
}

extension JSONNode {
  fileprivate var path: [String]? { string.map { $0.split(separator: ".").map(String.init) } }
}
