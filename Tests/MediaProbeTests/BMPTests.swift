import MediaProbe
import Testing

struct BMPTests {
  @Test("All long headers are read", arguments: [16, 40, 52, 56, 64, 108, 124])
  func everyLongHeaderIsRead(size: Int) {
    let facts = facts(BMPSample.file(header: BMPSample.info(640, 480, size: size)))
    #expect(facts.format == .bmp)
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed == .size(640, 480))
  }

  @Test("The short header has a width and height of two bytes")
  func theShortHeaderHasSidesOfTwoBytes() {
    #expect(facts(BMPSample.file(header: BMPSample.core(640, 40_000))).stored == .size(640, 40_000))
  }

  @Test("A negative height is read as rows from top to bottom")
  func aNegativeHeightMeansRowsFromTheTop() {
    #expect(facts(BMPSample.file(header: BMPSample.info(640, -480))).stored == .size(640, 480))
  }

  @Test("An impossible size is malformed", arguments: [(0, 480), (640, 0), (-640, 480)])
  func aSizeThatNoBitmapCanHaveIsMalformed(width: Int, height: Int) {
    #expect(facts(BMPSample.file(header: BMPSample.info(width, height))).stored.isMalformed)
  }

  @Test("The lowest height doesn't overflow")
  func theLowestHeightDoesNotOverflow() {
    let header = BMPSample.info(1, Int(Int32.min))
    #expect(facts(BMPSample.file(header: header)).stored == .size(1, 1 << 31))
  }

  @Test("Only a header of a known size is a bitmap")
  func onlyAHeaderOfAKnownSizeMakesABitmap() {
    var file = BMPSample.file(header: BMPSample.info(640, 480))
    file[14] = 200
    #expect(facts(file).format == .unknown)
    #expect(facts(ascii("BMW 320i sold in good order")).format == .unknown)
  }

  @Test("A bitmap that ends in its header is malformed")
  func aBitmapCutInItsHeaderIsMalformed() {
    let file = BMPSample.file(header: BMPSample.info(640, 480))
    #expect(facts(Bytes(file.prefix(24))).stored.isMalformed)
    #expect(facts(Bytes(file.prefix(10))).stored.isMalformed)
  }
}
