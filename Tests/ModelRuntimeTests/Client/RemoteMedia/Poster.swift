@_spi(Generated) @testable import ModelRuntime

/// A request with rules on the files that it names.
struct Poster: ModelRequest {
  typealias Output = MediaOutput
  static var modelID: ModelID { "acme/poster" }
  var images: [ImageInput]
  var extraFields: JSONObject = [:]

  init(_ images: ImageInput...) { self.images = images }

  mutating func visit(_ fields: inout FieldVisitor) {
    fields.images("images", &images, rules: Self.rules)
    fields.rest(&extraFields)
  }

  static let rules = [
    MediaRule("width_pixels<=", 100, message: "At most 100 wide."),
    MediaRule("file_size_mb>=", 0.0001),
  ]
}

/// The same rules for a plain body.
struct PosterRules {
  static let validator = BodyValidator(report: report)

  @Sendable
  private static func report(on body: JSONNode, remoteFile: RemoteFileLookup?) -> ValidationReport {
    var issues = ValidationIssues(listsUnchecked: true, remoteFile: remoteFile)
    issues.nested(at: "images") { issues in
      for (index, item) in (body["images"]?.elements).map(Array.init)?.enumerated()
        ?? [].enumerated()
      {
        issues.check(fileBehind: item.string ?? "", rules: Poster.rules, at: .index(index))
      }
    }
    return ValidationReport(issues: issues.issues, unchecked: issues.unchecked)
  }
}

/// A picture of a size, long enough for the rules.
func picture(width: UInt32) -> [UInt8] {
  pngHeader(width: width, height: 50) + [UInt8](repeating: 0, count: 400)
}

/// A JPEG whose size stands behind so many bytes of other things.
func jpeg(width: UInt16, behind count: Int) -> [UInt8] {
  var bytes: [UInt8] = [0xFF, 0xD8]
  var left = count
  while left > 0 {
    let length = min(left, 60_000)
    bytes += [0xFF, 0xE2, UInt8((length + 2) >> 8), UInt8((length + 2) & 255)]
    bytes += [UInt8](repeating: 0, count: length)
    left -= length
  }
  let size = [UInt8(0), 50, UInt8(width >> 8), UInt8(width & 255)]
  return bytes + [0xFF, 0xC0, 0, 17, 8] + size + [3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
    + [0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0, 0xFF, 0xD9]
}
