import Foundation
import ModelGenerator
import ModelSchema

/// The model files in the spelling that people write by hand: a struct with `Codable` and
/// `Hashable` synthesized, and an enum for every published set.
enum CodableSpelling {
  /// Writes one file for each model file below `folder/schemas`, and gives their paths.
  static func write(below folder: TemporaryFolder) throws -> [String] {
    let base = folder.path + "/schemas"
    let names = try FileManager.default.subpathsOfDirectory(atPath: base)
      .filter { $0.hasSuffix(".json") }.sorted()
    return try names.enumerated().map { index, name in
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: base + "/" + name)))
      let file = ModelFile(path: name, relativePath: name, bytes: bytes)
      guard let model = ModelReader.read(file).model else {
        throw UsageError("\(name) can't be read as a model")
      }
      try folder.write("Codable/Model\(index).swift", source(model, named: "Model\(index)"))
      return folder.path + "/Codable/Model\(index).swift"
    }
  }

  private static func source(_ model: Model, named name: String) -> String {
    let rows = NameTable(of: model).rows
    var lines = ["public struct \(name): Codable, Hashable, Sendable {"]
    lines += rows.map { "  public var \($0.identifier): \(type($0))" }
    lines.append("  public init(")
    lines.append(
      rows.map { row in
        "    \(row.identifier): \(type(row))" + (row.type.hasSuffix("?") ? " = nil" : "")
      }.joined(separator: ",\n"))
    lines.append("  ) {")
    lines += rows.map { "    self.\($0.identifier) = \($0.identifier)" }
    lines += ["  }", "  private enum CodingKeys: String, CodingKey {"]
    lines += rows.map { "    case \($0.identifier) = \(SwiftText.literal($0.key))" }
    lines.append("  }")
    for (row, property) in zip(rows, model.input.properties) where !row.values.isEmpty {
      lines += enumeration(row, property)
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func enumeration(_ row: NameTable.Row, _ property: Property) -> [String] {
    let isText: Bool
    if case .knownValues(.integers) = property.shape { isText = false } else { isText = true }
    let cases = row.values.map { value, member in
      "    case \(member) = \(isText ? SwiftText.literal(value) : value)"
    }
    let name = row.type.filter { !"?[]".contains($0) }
    let raw = isText ? "String" : "Int"
    return ["  public enum \(name): \(raw), Codable, Hashable, Sendable, CaseIterable {"]
      + cases + ["  }"]
  }

  /// Media are URLs here.
  private static func type(_ row: NameTable.Row) -> String {
    ["ImageInput", "VideoInput", "AudioInput"].reduce(row.type) {
      $0.replacingOccurrences(of: $1, with: "String")
    }
  }
}
