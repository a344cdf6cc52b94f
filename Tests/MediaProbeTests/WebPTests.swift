import MediaProbe
import Testing

struct WebPTests {
  @Test("The size of a lossy image ignores the scaling bits")
  func aLossyImageIsMeasuredWithoutItsScaleBits() {
    let facts = facts(riff("WEBP", WebPSample.lossy(640, 480, scale: 3)))
    #expect(facts.format == .webp)
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed == .size(640, 480))
  }

  @Test("The size of a lossless image is stored minus one")
  func aLosslessImageCountsItsSidesFromOne() {
    #expect(facts(riff("WEBP", WebPSample.lossless(1, 16_384))).displayed == .size(1, 16_384))
  }

  @Test("The size of an extended image is that of its canvas")
  func anExtendedImageIsAsLargeAsItsCanvas() {
    let file = riff("WEBP", WebPSample.canvas(5000, 3000, flags: 2), riffChunk("ANIM", zeros(6)))
    #expect(facts(file).displayed == .size(5000, 3000))
    let huge = riff("WEBP", WebPSample.canvas(1 << 24, 1 << 24, flags: 0))
    #expect(facts(huge).stored.isMalformed)
  }

  @Test(
    "An orientation at the end is found after padded chunks",
    arguments: [Bytes(), ascii("Exif\0\0")])
  func anOrientationAtTheVeryEndIsFoundPastPaddedChunks(prefix: Bytes) {
    let file = riff(
      "WEBP", WebPSample.canvas(640, 480, flags: 8), riffChunk("ICCP", zeros(3)),
      WebPSample.lossy(640, 480), riffChunk("EXIF", prefix + exif(orientation: 6, order: "I")))
    #expect(facts(file).stored == .size(640, 480))
    #expect(facts(file).displayed == .size(480, 640))
  }

  @Test("Missing EXIF data make the displayed size unknown")
  func aMissingOrientationLeavesTheDisplayedSizeOpen() {
    let canvas = WebPSample.canvas(640, 480, flags: 8)
    let facts = facts(riff("WEBP", canvas, WebPSample.lossy(640, 480)))
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed.isMalformed)
  }

  @Test("A damaged file is malformed")
  func damageIsMalformed() {
    var delta = WebPSample.lossy(640, 480)
    delta[8] |= 1
    var start = WebPSample.lossy(640, 480)
    start[11] = 0
    var lossless = WebPSample.lossless(640, 480)
    lossless[8] = 0
    let files = [
      delta, start, lossless, WebPSample.lossy(0, 480), riffChunk("ALPH", zeros(8)), [],
    ]
    for file in files { #expect(facts(riff("WEBP", file)).stored.isMalformed) }
  }

  @Test("An unknown version of the lossless format is unknown")
  func aFutureVersionOfLosslessIsUnknown() {
    var image = WebPSample.lossless(640, 480)
    image[12] |= 0x20
    #expect(facts(riff("WEBP", image)).stored.isUnknown)
  }
}
