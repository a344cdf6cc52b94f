import Foundation
import ModelCore

/// As many model files as wanted: the four models that the project began with, under new ids.
enum ManyModels {
  /// The distribution of the models' values.
  enum Values {
    /// The values of the original models, so that many sets are equal.
    case repeated
    /// The last of every set is the model's own, so that no two sets are equal.
    case different
  }

  /// Writes them below `folder/schemas`, a hundred for each vendor.
  static func write(
    _ count: Int, values: Values = .repeated, to folder: TemporaryFolder
  ) throws {
    for index in 0..<count {
      let (id, original) = try model(index)
      let text = values == .different ? try owningValues(original, index) : original
      try folder.write("schemas/\(id).json", text)
    }
  }

  /// One of them: its id and its file.
  static func model(_ index: Int) throws -> (id: String, text: String) {
    let source = seeds[index % seeds.count]
    let text = try String(contentsOfFile: "\(schemas)/\(source).json", encoding: .utf8)
    let id = modelID(index)
    return (id, text.replacingOccurrences(of: "\"\(source)\"", with: "\"\(id)\""))
  }

  static func modelID(_ index: Int) -> String {
    let variant = seeds[index % seeds.count].split(separator: "/").last.map(String.init) ?? ""
    return "vendor\(index / 100)/model-\(index)/\(variant)"
  }

  private static func owningValues(_ text: String, _ index: Int) throws -> String {
    var writer = JSONWriter(style: .pretty)
    writer.value(owningValues(try JSONValue(parsing: Array(text.utf8)), "of model \(index)"))
    return writer.text
  }

  private static func owningValues(_ value: JSONValue, _ mark: String) -> JSONValue {
    guard let object = value.object else { return value }
    return .object(
      JSONObject(
        object.members.map { key, value in
          guard key == "enum", case .array(let values) = value, let last = values.last?.string
          else { return (key, owningValues(value, mark)) }
          return (key, .array(values.dropLast() + [.string("\(last) \(mark)")]))
        }))
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
