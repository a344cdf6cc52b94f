@_spi(Generated) import ModelRuntime

/// A request as the generator writes them, small enough to check by eye.
struct SampleRequest: ModelRequest {
  typealias Output = MediaOutput
  static var modelID: ModelID { "vendor/model" }

  var prompt: String
  var images: [ImageInput]?
  var size: SizeValue?
  var scale: Double?
  var steps: Int?
  var mask: ImageInput?
  var lora: [LoraItem]?
  var extraFields: JSONObject

  init(
    prompt: String, images: [ImageInput]? = nil, size: SizeValue? = nil, scale: Double? = nil,
    steps: Int? = nil, mask: ImageInput? = nil, lora: [LoraItem]? = nil,
    extraFields: JSONObject = [:]
  ) {
    self.prompt = prompt
    self.images = images
    self.size = size
    self.scale = scale
    self.steps = steps
    self.mask = mask
    self.lora = lora
    self.extraFields = extraFields
  }

  mutating func visit(_ fields: inout FieldVisitor) {
    fields.string("prompt", &prompt, minLength: 1, maxLength: 12)
    fields.images("images", &images, maxItems: 2, uniqueItems: true, rules: Self.imageRules)
    fields.openEnum("size", &size)
    fields.number("scale", &scale, minimum: 0, maximum: 1)
    fields.integer("steps", &steps, minimum: 2, maximum: 50, multipleOf: 2)
    fields.image("mask", &mask)
    fields.array("lora", &lora) { $0.check($1, $2) }
    fields.rest(&extraFields)
  }

  static var blank: Self? { Self(prompt: "") }

  private static let imageRules = [
    MediaRule("width_pixels<=", 100, message: "At most 100 wide."),
    MediaRule("loudness<=", 3),
  ]

  struct SizeValue: OpenEnum, ExpressibleByStringLiteral {
    let rawValue: String

    init(rawValue: String) { self.rawValue = rawValue }

    static var small: Self { Self(rawValue: "small") }
    static var large: Self { Self(rawValue: "large") }
    static let knownValues: [String] = ["small", "large"]
  }

  struct LoraItem: ModelObject {
    var path: String
    var weight: Double?
    var extraFields: JSONObject = [:]

    mutating func visit(_ fields: inout FieldVisitor) {
      fields.string("path", &path, minLength: 3)
      fields.number("weight", &weight, NumberBounds(exclusiveMinimum: 0, multipleOf: 0.1))
      fields.nullable("weight", weight)
      fields.rest(&extraFields)
    }

    static var blank: Self? { Self(path: "") }
  }
}

/// A PNG of one size, no picture inside: all that a probe looks at.
func pngHeader(width: UInt32, height: UInt32) -> [UInt8] {
  func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13) + Array("IHDR".utf8)
    + big(width) + big(height) + [8, 2, 0, 0, 0] + big(0) + big(0) + Array("IDAT".utf8) + big(0)
}
