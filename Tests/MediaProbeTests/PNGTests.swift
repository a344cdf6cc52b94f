import MediaProbe
import Testing

struct PNGTests {
  @Test("The size is read from the header")
  func aPNGIsMeasuredByItsHeader() {
    let facts = facts(PNGSample.file(640, 480))
    #expect(facts.format == .png)
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed == .size(640, 480))
    #expect(facts.duration.isUnknown && facts.framesPerSecond.isUnknown)
  }

  @Test("The size is read after the extra chunk of Apple's PNG files")
  func anApplePNGIsMeasuredBehindItsExtraChunk() {
    let extra = PNGSample.chunk("CgBI", [0x50, 0, 0x20, 2])
    #expect(facts(PNGSample.file(7, 9, before: extra)).displayed == .size(7, 9))
  }

  @Test(
    "An impossible size is malformed", arguments: [(0, 5), (5, 0), (1 << 31, 5), (5, 0xFFFF_FFFF)])
  func aSizeThatNoPNGCanHaveIsMalformed(width: Int, height: Int) {
    let facts = facts(PNGSample.file(width, height))
    #expect(facts.stored.isMalformed && facts.displayed.isMalformed)
  }

  @Test("The largest possible size is read")
  func theLargestSizeIsKnown() {
    #expect(facts(PNGSample.file(0x7FFF_FFFF, 1)).stored == .size(0x7FFF_FFFF, 1))
  }

  @Test("An orientation changes the displayed size, but not the stored size")
  func anOrientationTurnsThePictureButNotWhatIsStored() {
    let turned = PNGSample.chunk("eXIf", exif(orientation: 6))
    let facts = facts(PNGSample.file(640, 480, behind: turned))
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed == .size(480, 640))
  }

  @Test("A damaged orientation makes only the displayed size unknown")
  func aBrokenOrientationLeavesOnlyTheDisplayedSizeOpen() {
    let broken = PNGSample.chunk("eXIf", ascii("MM") + zeros(3))
    let facts = facts(PNGSample.file(640, 480, behind: broken))
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed.isMalformed)
  }

  @Test("A file that ends after its header has a stored size")
  func aFileCutBehindItsHeaderStillHasItsStoredSize() {
    let facts = facts(Bytes(PNGSample.file(640, 480).prefix(33)))
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed.isMalformed)
  }

  @Test("Another first chunk is malformed")
  func anotherChunkInFrontIsMalformed() {
    let facts = facts(PNGSample.signature + PNGSample.chunk("IDAT", zeros(20)))
    #expect(facts.format == .png)
    #expect(facts.stored.isMalformed)
  }
}
