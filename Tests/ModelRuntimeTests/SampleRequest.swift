import ModelRuntime

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

  func visit(_ fields: inout FieldVisitor) {
    fields.visit("prompt", prompt, minLength: 1, maxLength: 12)
    fields.visit("images", images, maxItems: 2, uniqueItems: true, rules: Self.imageRules)
    fields.visit("size", size)
    fields.visit("scale", scale, minimum: 0, maximum: 1)
    fields.visit("steps", steps, minimum: 2, maximum: 50, multipleOf: 2)
    fields.visit("mask", mask)
    fields.visit("lora", lora) { $0.check($1, $2) }
  }

  private static let imageRules = [
    MediaRule("width_pixels<=", 100, message: "At most 100 wide."),
    MediaRule("loudness<=", 3),
  ]

  struct SizeValue: PublishedString {
    let rawValue: String
    let isPublished: Bool

    init(_ rawValue: String, isPublished: Bool) {
      self.rawValue = rawValue
      self.isPublished = isPublished
    }

    static var small: Self { Self("small", isPublished: true) }
    static var large: Self { Self("large", isPublished: true) }
    static var allCases: [Self] { [.small, .large] }
  }

  struct LoraItem: ModelObject {
    var path: String
    var weight: Double?
    var extraFields: JSONObject = [:]

    func visit(_ fields: inout FieldVisitor) {
      fields.visit("path", path, minLength: 3)
      fields.visit("weight", weight, NumberBounds(exclusiveMinimum: 0, multipleOf: 0.1))
      fields.visit(nullable: "weight", weight)
    }
  }
}

/// A PNG of one size, no picture inside: all that a probe looks at.
func pngHeader(width: UInt32, height: UInt32) -> [UInt8] {
  func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13) + Array("IHDR".utf8)
    + big(width) + big(height) + [8, 2, 0, 0, 0] + big(0) + big(0) + Array("IDAT".utf8) + big(0)
}
