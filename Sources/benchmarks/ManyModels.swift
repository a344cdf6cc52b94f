import Foundation

/// As many model files as wanted: the four models that the project began with, under new ids.
enum ManyModels {
  /// Writes them below `folder/schemas`, a hundred for each vendor.
  static func write(_ count: Int, to folder: TemporaryFolder) throws {
    let sources = try seeds.map { id in
      (id: id, text: try String(contentsOfFile: "\(schemas)/\(id).json", encoding: .utf8))
    }
    for index in 0..<count {
      let source = sources[index % sources.count]
      let variant = source.id.split(separator: "/").last.map(String.init) ?? ""
      let id = "vendor\(index / 100)/model-\(index)/\(variant)"
      try folder.write(
        "schemas/\(id).json",
        source.text.replacingOccurrences(of: "\"\(source.id)\"", with: "\"\(id)\""))
    }
  }

  private static let seeds = [
    "bytedance/dreamina-4-0/edit", "bytedance/dreamina-4-0/text-to-image",
    "bytedance/seedream-4-0/sequential", "bytedance/seedream-4-0/text-to-image",
  ]

  /// The folder of this package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let schemas = package + "/schemas"
}
