import ModelCore
import ModelGenerator
import ModelSchema
import Testing

/// The names that users learn from the README and type by heart.
@Suite("Names of generated code")
struct NameTableTests {
  @Test(
    "A key has the expected property name",
    arguments: [
      ("image_urls", "imageURLs"), ("img_url", "imgURL"), ("seed_id", "seedID"),
      ("imageUrl", "imageURL"), ("image_uri", "imageURI"), ("http_json", "httpJSON"),
      ("width×height", "widthByHeight"), ("241_positive_prompt", "positivePrompt241"),
      ("62_image", "image62"), ("68_image", "image68"), ("1st", "field1st"),
      ("3d_mode", "field3dMode"), ("4k_upscale", "field4kUpscale"), ("default", "`default`"),
      ("static", "`static`"), ("self", "selfField"), ("init", "initField"), ("write", "writeField"),
      ("description", "descriptionField"), ("extraFields", "extraFieldsField"),
      ("prompt", "prompt"), ("", "emptyKey"), ("😀", "grinningFace"),
    ])
  func keys(key: String, name: String) throws {
    let model = try Models.make(properties: Models.properties([key]))
    #expect(NameTable(of: model).rows.map(\.identifier) == [name])
  }

  @Test(
    "A property's type is named after its key",
    arguments: [
      ("resolution", "ResolutionValue"), ("string", "StringValue"), ("output", "OutputValue"),
      ("width×height", "WidthByHeightValue"), ("image_url", "ImageUrlValue"),
      ("JSON", "FieldJSONValue"),
    ])
  func types(key: String, type: String) throws {
    let choice = Models.choice(["a", "b"])
    let one = try Models.make(
      properties: Models.properties([key], schema: choice), required: [key])
    #expect(NameTable(of: one).rows.map(\.type) == [type])
    let many = try Models.make(
      properties: Models.properties([key], schema: #"{"type": "array", "items": \#(choice)}"#))
    #expect(NameTable(of: many).rows.map(\.type) == ["[\(type)]?"])
  }

  @Test(
    "A model ID has the expected type",
    arguments: [
      ("bytedance/dreamina-4-0/edit", "Bytedance.Dreamina4_0.Edit"),
      ("bytedance/seedance-2.5/text-to-video/480p", "Bytedance.Seedance2_5.TextToVideo480p"),
      ("blackforestlabs/flux-2-klein/9b/text-to-image", "Blackforestlabs.Flux2Klein9b.TextToImage"),
      ("tongyi-mai/z-image/turbo", "TongyiMai.ZImage.Turbo"),
      ("tongyi-mai/z-image/turbo/lora", "TongyiMai.ZImage.Turbo.Lora"),
      ("minimax/Hailuo Video 01 Live", "Minimax.HailuoVideo01Live"),
      ("sync/sync/lipsync/v2/pro", "Sync.Sync.Lipsync.V2.Pro"),
      ("tool", "Tool"), ("swift/string/output", "SwiftVendor.StringModel.OutputModel"),
      ("a/resolution-value", "A.ResolutionValueModel"), ("a/日本", "A.Model日本"),
    ])
  func ids(id: String, path: String) throws {
    let paths = TypePaths(
      ids: [id, "tongyi-mai/z-image/turbo"], overrides: NameOverrides())
    #expect(paths[id]?.dotted == path)
  }

  @Test(
    "A known value has the expected name",
    arguments: [
      ("size", "2304x1728(4:3)", "size2304x1728"), ("size", "2048:2048 (1:1)", "size2048x2048"),
      ("size", "1280:720", "size1280x720"), ("size", "1024_1536", "size1024x1536"),
      ("size", "1024x1536(1:1)", "size1024x1536Ratio1x1"),
      ("ratio", "16:9", "ratio16x9"), ("ratio", "1:8", "ratio1x8"),
      ("ratio", "landscape_16_9", "landscape16x9"), ("resolution", "1K", "resolution1K"),
      ("resolution", "0.5K", "resolution0p5K"), ("duration", "5", "duration5"),
      ("video_fps", "24", "fps24"), ("style", "auto", "auto"), ("style", "static", "`static`"),
      ("style", "TURBO", "turbo"), ("style", "none", "styleNone"), ("style", "some", "styleSome"),
      ("style", "init", "styleInit"), ("style", "self", "styleSelf"),
      ("style", "Type", "styleType"), ("style", "", "empty"), ("style", "+1", "plus1"),
      ("style", "-1", "minus1"), ("style", "url", "url"), ("style", "μg", "μg"),
      ("style", "HDVideo", "hdVideo"), ("style", "\u{202E}", "unnamed"),
    ])
  func values(key: String, value: String, name: String) throws {
    let model = try Models.make(
      properties: Models.properties([key], schema: Models.choice([value])))
    #expect(NameTable(of: model).rows.first?.values.map(\.member) == [name])
  }

  @Test("A known number is named after its key and value")
  func numbers() throws {
    let model = try Models.make(
      properties: #""fps": {"enum": [24, 60, -1]}, "scale": {"enum": [0.5, 1.25]}"#)
    let rows = NameTable(of: model).rows
    #expect(
      rows.map { $0.values.map(\.member) } == [
        ["fps24", "fps60", "minus1"], ["scale0p5", "scale1p25"],
      ])
  }

  @Test(
    "The canonical spelling of a name gets it",
    arguments: [
      (["promptImage", "prompt_image"], 1), (["prompt-image", "prompt_image"], 1),
      (["foo-bar", "fooBar"], 0),
    ])
  func twinKeys(keys: [String], plain: Int) throws {
    for keys in [(keys, plain), (keys.reversed(), keys.count - 1 - plain)] {
      let names = NameTable(of: try Models.make(properties: Models.properties(keys.0)))
        .rows.map(\.identifier)
      #expect(names[keys.1].contains("_x") == false)
      #expect(names[1 - keys.1] == names[keys.1] + String(names[1 - keys.1].suffix(8)))
      #expect(names[1 - keys.1].suffix(8).hasPrefix("_x"))
    }
  }

  @Test("Dots are canonical in IDs, and the value with the smallest bytes gets the plain name")
  func otherTwins() throws {
    let paths = TypePaths(
      ids: ["v/wan-2-7", "v/wan-2.7"], overrides: NameOverrides())
    #expect(paths["v/wan-2.7"]?.dotted == "V.Wan2_7")
    #expect(paths["v/wan-2-7"]?.dotted.hasPrefix("V.Wan2_7_x") == true)
    let values = ["2048x2048(1:1)", "2048x2048 (1:1)"]
    let model = try Models.make(
      properties: Models.properties(["size"], schema: Models.choice(values)))
    let members = NameTable(of: model).rows.first?.values.map(\.member) ?? []
    #expect(members.last == "size2048x2048")
    #expect(members.first?.hasPrefix("size2048x2048_x") == true)
  }

  @Test("A configured name takes precedence")
  func overrides() throws {
    var chosen = NameOverrides.Model()
    chosen.type = "Painter"
    chosen.properties = [WireName("prompt-image"): "promptImage", WireName("style"): "look"]
    chosen.values = [WireName("style"): [WireName("b"): "a"]]
    var vendor = NameOverrides.Vendor()
    vendor.namespace = "Tools"
    vendor.module = "OtherModels"
    var overrides = NameOverrides()
    overrides.models = [WireName("vendor/model"): chosen]
    overrides.vendors = [WireName("vendor"): vendor]
    let paths = TypePaths(ids: ["other/x", "vendor/model", "tools/x"], overrides: overrides)
    #expect(paths["vendor/model"]?.dotted == "Tools.Painter")
    #expect(paths["vendor/model"]?.module == "OtherModels")
    #expect(paths["tools/x"]?.components.first?.hasPrefix("Tools_x") == true)
    #expect(paths["other/x"]?.module.hasPrefix("OtherModels_x") == true)
    let model = try Models.make(
      properties: Models.properties(["prompt_image", "prompt-image"]) + ","
        + Models.properties(["style"], schema: Models.choice(["a", "b"])))
    let rows = NameTable(of: model, overrides: overrides).rows
    #expect(rows[1].identifier == "promptImage" && rows[0].identifier.hasPrefix("promptImage_x"))
    #expect(rows[2].identifier == "look")
    #expect(rows[2].values[1].member == "a" && rows[2].values[0].member.hasPrefix("a_x"))
  }
}
