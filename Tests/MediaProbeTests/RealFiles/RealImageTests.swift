import MediaProbe
import ModelCore
import Testing

/// Images of real tools, against what other real tools say of them.
@Suite("Real image files", .enabled(if: RealTool.areInstalled(.convert, .identify)))
struct RealImageTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
    try RealTool.convert.run(
      "-size", "64x40", "gradient:red-blue", "-depth", "8", "plain.png", in: shop)
  }

  private func identified(_ name: String) throws -> Fact<PixelSize> {
    try size(RealTool.identify.run("-format", "%w %h\n", "\(name)[0]", in: shop))
  }

  private func upright(_ name: String) throws -> Fact<PixelSize> {
    try size(
      RealTool.convert.run(
        "\(name)[0]", "-auto-orient", "-format", "%w %h\n", "info:", in: shop))
  }

  private func size(_ text: String) throws -> Fact<PixelSize> {
    let sides = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    return .size(try #require(sides.first), try #require(sides.dropFirst().first))
  }

  private func check(_ name: String, is format: MediaFormat) throws {
    let bytes = try shop.bytes(name)
    let facts = facts(bytes)
    #expect(facts.format == format)
    #expect(facts.byteCount == .known(bytes.count))
    #expect(try facts.stored == identified(name))
    #expect(try facts.displayed == upright(name))
  }

  @Test(
    "The size of each JPEG file is what ImageMagick reports",
    arguments: [
      [], ["-interlace", "JPEG"], ["-colorspace", "CMYK"], ["-colorspace", "Gray"],
      ["-sampling-factor", "1x1"], ["-set", "comment", "hello"],
    ])
  func everyJPEGIsMeasuredAsImageMagickDoes(options: [String]) throws {
    try RealTool.convert.run(["plain.png"] + options + ["image.jpg"], in: shop)
    try check("image.jpg", is: .jpeg)
  }

  @Test(
    "The orientation of a photo is applied", .enabled(if: RealTool.areInstalled(.exiftool)),
    arguments: 1...8)
  func theOrientationOfAPhotoIsHeeded(orientation: Int) throws {
    try RealTool.convert.run("plain.png", "photo.jpg", in: shop)
    try RealTool.exiftool.run("-q", "-n", "-Orientation=\(orientation)", "photo.jpg", in: shop)
    try check("photo.jpg", is: .jpeg)
  }

  @Test(
    "A thumbnail and a large color profile don't hide the image",
    .enabled(if: RealTool.areInstalled(.exiftool)))
  func aThumbnailAndALargeProfileDoNotHideTheImage() throws {
    try RealTool.convert.run("plain.png", "photo.jpg", in: shop)
    try RealTool.convert.run("plain.png", "-resize", "16x10", "thumbnail.jpg", in: shop)
    var profile = zeros(200_000)
    profile.replaceSubrange(0..<4, with: big(200_000, 4))
    profile.replaceSubrange(12..<24, with: ascii("mntrRGB XYZ "))
    profile.replaceSubrange(36..<40, with: ascii("acsp"))
    try shop.write(profile, "profile.icc")
    try RealTool.exiftool.run(
      "-q", "-n", "-Orientation=6", "-ThumbnailImage<=thumbnail.jpg", "-icc_profile<=profile.icc",
      "photo.jpg", in: shop)
    #expect(try shop.bytes("photo.jpg").count > 200_000)
    try check("photo.jpg", is: .jpeg)
  }

  @Test(
    "Transcoded JPEG files have a size", .enabled(if: RealTool.areInstalled(.jpegtran)),
    arguments: ["-arithmetic", "-progressive"])
  func transcodedJPEGsAreMeasured(option: String) throws {
    try RealTool.convert.run("plain.png", "plain.jpg", in: shop)
    try RealTool.jpegtran.run(option, "-outfile", "other.jpg", "plain.jpg", in: shop)
    try check("other.jpg", is: .jpeg)
  }

  @Test(
    "All PNG files have a size",
    arguments: [
      [], ["-interlace", "PNG"], ["-depth", "16"], ["-colorspace", "Gray"], ["-colors", "4"],
      ["-alpha", "set"],
    ])
  func everyPNGIsMeasured(options: [String]) throws {
    try RealTool.convert.run(["plain.png"] + options + ["image.png"], in: shop)
    try check("image.png", is: .png)
  }

  @Test("The orientation of a PNG file is applied", .enabled(if: RealTool.areInstalled(.exiftool)))
  func theOrientationOfAPNGIsHeeded() throws {
    try RealTool.exiftool.run("-q", "-n", "-Orientation=8", "plain.png", in: shop)
    let facts = try facts(shop.bytes("plain.png"))
    #expect(facts.stored == .size(64, 40))
    #expect(facts.displayed == .size(40, 64))
  }

  @Test("An animated PNG file has a size", .enabled(if: RealTool.areInstalled(.ffmpeg)))
  func anAnimatedPNGIsMeasured() throws {
    try RealTool.ffmpeg.run(
      "-v", "error", "-f", "lavfi", "-i", "testsrc=size=72x30:rate=5:duration=1", "-f", "apng",
      "moving.png", in: shop)
    try check("moving.png", is: .png)
  }

  @Test("The size of an animated GIF file is that of its screen")
  func anAnimatedGIFIsMeasuredByItsScreen() throws {
    try RealTool.convert.run(
      "-delay", "10", "plain.png", "(", "plain.png", "-crop", "10x10+5+5", ")", "moving.gif",
      in: shop)
    try check("moving.gif", is: .gif)
  }

  @Test("All bitmaps have a size", arguments: ["BMP", "BMP2", "BMP3"])
  func everyBitmapIsMeasured(kind: String) throws {
    try RealTool.convert.run("plain.png", "-type", "TrueColor", "\(kind):image.bmp", in: shop)
    try check("image.bmp", is: .bmp)
  }

  @Test(
    "A simple WebP file has a size", .enabled(if: RealTool.areInstalled(.cwebp)),
    arguments: [[], ["-lossless"]])
  func aSimpleWebPIsMeasured(options: [String]) throws {
    try RealTool.cwebp.run(["-quiet"] + options + ["plain.png", "-o", "image.webp"], in: shop)
    try check("image.webp", is: .webp)
  }

  @Test(
    "The orientation of a WebP file is applied",
    .enabled(if: RealTool.areInstalled(.cwebp, .webpmux, .exiftool)))
  func theOrientationOfAWebPIsHeeded() throws {
    try RealTool.cwebp.run("-quiet", "plain.png", "-o", "image.webp", in: shop)
    try shop.write(exif(orientation: 6, order: "I"), "metadata")
    try RealTool.webpmux.run(
      "-set", "exif", "metadata", "image.webp", "-o", "turned.webp", in: shop)
    let facts = try facts(shop.bytes("turned.webp"))
    #expect(facts.stored == .size(64, 40))
    #expect(facts.displayed == .size(40, 64))
    #expect(
      try RealTool.exiftool.run("-s3", "-n", "-Orientation", "turned.webp", in: shop) == "6\n")
  }

  @Test("An animated WebP file has a size", .enabled(if: RealTool.areInstalled(.img2webp)))
  func anAnimatedWebPIsMeasured() throws {
    try RealTool.convert.run("plain.png", "-negate", "other.png", in: shop)
    try RealTool.img2webp.run(
      "-d", "100", "plain.png", "-d", "100", "other.png", "-o", "moving.webp", in: shop)
    try check("moving.webp", is: .webp)
  }
}
