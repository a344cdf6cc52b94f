import MediaProbe
import ModelCore
import Testing

/// HEIC and AVIF images of real coders, against what their decoders show.
@Suite("Real HEIF files", .enabled(if: RealTool.areInstalled(.convert, .identify, .heifDecoder)))
struct RealHEIFTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
    try RealTool.convert.run(
      "-size", "128x96", "gradient:red-blue", "-depth", "8", "plain.png", in: shop)
  }

  /// The size of the picture as it leaves the decoder, turned and cropped.
  private func decoded(_ name: String) throws -> Fact<PixelSize> {
    try RealTool.heifDecoder.run(name, "decoded.png", in: shop)
    let text = try RealTool.identify.run("-format", "%w %h", "decoded.png", in: shop)
    let sides = text.split(separator: " ").compactMap { Int($0) }
    return .size(try #require(sides.first), try #require(sides.last))
  }

  @Test(
    "The size of a HEIC file is that of the decoded image",
    .enabled(if: RealTool.areInstalled(.heifEncoder)), arguments: ["128x96", "127x95", "33x70"])
  func aHEICIsMeasuredAsItIsDecoded(size: String) throws {
    try RealTool.convert.run("plain.png", "-resize", "\(size)!", "image.png", in: shop)
    try RealTool.heifEncoder.run("-t", "32", "image.png", "-o", "image.heic", in: shop)
    let facts = try facts(shop.bytes("image.heic"))
    #expect(facts.format == .heic)
    #expect(try facts.displayed == decoded("image.heic"))
  }

  @Test(
    "The size of an AVIF file is that of the decoded image",
    .enabled(if: RealTool.areInstalled(.avifenc)),
    arguments: [
      [], ["--irot", "1"], ["--irot", "2"], ["--irot", "3"], ["--imir", "1"],
      ["--clap", "64,1,48,1,0,1,0,1"], ["--clap", "64,1,48,1,0,1,0,1", "--irot", "1"],
    ])
  func anAVIFIsMeasuredAsItIsDecoded(options: [String]) throws {
    try RealTool.avifenc.run(["--speed", "10"] + options + ["plain.png", "image.avif"], in: shop)
    let facts = try facts(shop.bytes("image.avif"))
    #expect(facts.format == .avif)
    #expect(facts.stored == .size(128, 96))
    #expect(try facts.displayed == decoded("image.avif"))
  }

  @Test(
    "The size of a tiled image is that of all tiles together",
    .enabled(if: RealTool.areInstalled(.avifenc)))
  func aPictureOfTilesIsAsLargeAsAllOfThem() throws {
    try RealTool.avifenc.run(
      "--speed", "10", "--grid", "2x3", "plain.png", "plain.png", "plain.png", "plain.png",
      "plain.png", "plain.png", "grid.avif", in: shop)
    let facts = try facts(shop.bytes("grid.avif"))
    #expect(facts.stored == .size(256, 288))
    #expect(try facts.displayed == decoded("grid.avif"))
  }

  @Test("An animation has a duration", .enabled(if: RealTool.areInstalled(.avifenc)))
  func anAnimationTellsItsLength() throws {
    try RealTool.avifenc.run(
      "--speed", "10", "--fps", "5", "plain.png", "plain.png", "plain.png", "moving.avif",
      in: shop)
    let facts = try facts(shop.bytes("moving.avif"))
    #expect(facts.format == .avif)
    #expect(facts.displayed == .size(128, 96))
    #expect(try abs(#require(facts.duration.value) - 0.6) < 0.01)
  }
}
