import MediaProbe
import Testing

struct GIFTests {
  @Test("The size of a GIF is that of its screen")
  func theScreenIsThePicture() {
    let facts = facts(GIFSample.file(screen: (320, 200), frame: (10, 10, 50, 50), colors: 256))
    #expect(facts.format == .gif)
    #expect(facts.stored == .size(320, 200))
    #expect(facts.displayed == .size(320, 200))
    #expect(facts.duration.isUnknown)
  }

  @Test("Extensions before the first frame are skipped")
  func extensionsBeforeTheFirstFrameAreSteppedOver() {
    let extensions: Bytes =
      [0x21, 0xFF, 11] + ascii("NETSCAPE2.0") + [3, 1, 0, 0, 0]
      + [0x21, 0xF9, 4, 0, 0, 0, 0, 0]
    let file = GIFSample.file(screen: (32, 20), frame: (0, 0, 32, 20), extensions: extensions)
    #expect(facts(file).displayed == .size(32, 20))
  }

  @Test("A frame that is larger than the screen makes the displayed size unknown")
  func aFrameLargerThanTheScreenLeavesOpenWhatAViewerShows() {
    let facts = facts(GIFSample.file(screen: (32, 20), frame: (0, 0, 64, 40)))
    #expect(facts.stored == .size(32, 20))
    #expect(facts.displayed.isUnknown)
    let shifted = MediaProbe.facts(of: GIFSample.file(screen: (32, 20), frame: (1, 0, 32, 20)))
    #expect(shifted.displayed.isUnknown)
  }

  @Test("Without a screen, the first frame is the size")
  func withoutAScreenTheFirstFrameIsThePicture() {
    let facts = facts(GIFSample.file(screen: (0, 0), frame: (0, 0, 64, 40)))
    #expect(facts.stored == .size(64, 40))
    #expect(facts.displayed == .size(64, 40))
    let empty = MediaProbe.facts(of: GIFSample.file(screen: (0, 0), frame: (0, 0, 0, 40)))
    #expect(empty.stored.isMalformed)
  }

  @Test("A file without a frame keeps the size of its screen")
  func aFileWithoutAFrameKeepsItsScreen() {
    let head = ascii("GIF89a") + little(32, 2) + little(20, 2) + zeros(3)
    for file in [head, head + [0x3B], head + [0x99]] {
      #expect(facts(file).stored == .size(32, 20))
      #expect(facts(file).displayed.isMalformed)
    }
  }
}
