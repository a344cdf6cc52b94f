import Foundation

/// As many model files as wanted: the four models that the project began with, under new ids.
enum ManyModels {
  /// Writes them below `folder/schemas`, a hundred for each vendor.
  static func write(_ count: Int, to folder: TemporaryFolder) throws {
    for index in 0..<count {
      let (id, text) = try model(index)
      try folder.write("schemas/\(id).json", text)
    }
  }

  /// One of them: its id and its file.
  static func model(_ index: Int) throws -> (id: String, text: String) {
    let source = seeds[index % seeds.count]
    let text = try String(contentsOfFile: "\(schemas)/\(source).json", encoding: .utf8)
    let variant = source.split(separator: "/").last.map(String.init) ?? ""
    let id = "vendor\(index / 100)/model-\(index)/\(variant)"
    return (id, text.replacingOccurrences(of: "\"\(source)\"", with: "\"\(id)\""))
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
