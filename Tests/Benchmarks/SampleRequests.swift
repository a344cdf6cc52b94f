import BytedanceModels
import ModelRuntime

/// One request, as bindings and as a plain Codable struct of the same fields.
enum SampleRequests {
  static var edit: Bytedance.Dreamina4_0.Edit {
    Bytedance.Dreamina4_0.Edit(
      imageURLs: [
        "https://playgrounds-storage-public.runcomfy.net/tools/7002/media-files/input-1.jpg",
        "https://playgrounds-storage-public.runcomfy.net/tools/7002/media-files/input-2.jpg",
      ],
      prompt: prompt, widthByHeight: .size2304x1728, scale: 0.7, forceSingle: false)
  }

  static var codable: CodableEdit {
    CodableEdit(
      imageURLs: edit.imageURLs.map(\.description), prompt: prompt,
      widthByHeight: .size2304x1728, scale: 0.7, forceSingle: false)
  }

  private static let prompt =
    "A beautiful girl is sitting on the boat, golden hour, gentle waves, ultra detailed textures, "
    + "soft light on the water"
}

/// The request as people spell it for JSONEncoder.
struct CodableEdit: Codable {
  var imageURLs: [String]
  var prompt: String
  var widthByHeight: Size?
  var scale: Double?
  var forceSingle: Bool?

  enum CodingKeys: String, CodingKey {
    case imageURLs = "image_urls"
    case prompt
    case widthByHeight = "width×height"
    case scale
    case forceSingle = "force_single"
  }

  enum Size: String, Codable {
    case size2048x2048 = "2048x2048(1:1)"
    case size2304x1728 = "2304x1728(4:3)"
  }
}
