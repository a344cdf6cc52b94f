/// The sections' input: model files, over and over, as one array.
enum SchemaText {
  /// About a megabyte: what a whole catalogue with schemas weighs.
  static var megabyte: [UInt8] {
    var text: [UInt8] = Array("[\n".utf8)
    let models = SampleModels.all.map { Array($0.utf8) }
    var count = 0
    while text.count < 1_000_000 {
      if count > 0 { text.append(contentsOf: ",\n".utf8) }
      text.append(contentsOf: models[count % models.count])
      count += 1
    }
    text.append(contentsOf: "\n]\n".utf8)
    return text
  }
}

/// The type that a program based on `Codable` decodes a model file into.
struct CodableModel: Codable {
  var id: String
  var input: CodableSchema
  var output: CodableSchema

  private enum CodingKeys: String, CodingKey {
    case id = "model_id"
    case input, output
  }
}

/// The keywords that the sample files use, apart from defaults, whose type varies.
final class CodableSchema: Codable {
  var type: String?
  var title: String?
  var description: String?
  var format: String?
  var required: [String]?
  var properties: [String: CodableSchema]?
  var items: CodableSchema?
  var maxLength: Int?
  var minItems: Int?
  var maxItems: Int?
  var minimum: Double?
  var maximum: Double?
}
