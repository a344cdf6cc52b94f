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

  func validate(into issues: inout ValidationIssues) {
    issues.check(prompt, "prompt", minLength: 1, maxLength: 12)
    issues.check(images, "images", maxItems: 2, uniqueItems: true, rules: Self.imageRules)
    issues.check(size, "size")
    issues.check(scale, "scale", minimum: 0, maximum: 1)
    issues.check(steps, "steps", minimum: 2, maximum: 50, multipleOf: 2)
    issues.check(mask, "mask")
    issues.check(lora, "lora") { $0.check($1, $2) }
  }

  func write(to body: inout FieldWriter) {
    body.write("prompt", prompt)
    body.write("images", images)
    body.write("size", size)
    body.write("scale", scale)
    body.write("steps", steps)
    body.write("mask", mask)
    body.write("lora", lora)
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

    func validate(into issues: inout ValidationIssues) {
      issues.check(path, "path", minLength: 3)
      issues.check(weight, "weight", NumberBounds(exclusiveMinimum: 0, multipleOf: 0.1))
    }

    func write(to body: inout FieldWriter) {
      body.write("path", path)
      body.write(nullable: "weight", weight)
    }
  }
}

/// A PNG of one size, no picture inside: all that a probe looks at.
func pngHeader(width: UInt32, height: UInt32) -> [UInt8] {
  func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13) + Array("IHDR".utf8)
    + big(width) + big(height) + [8, 2, 0, 0, 0] + big(0) + big(0) + Array("IDAT".utf8) + big(0)
}
