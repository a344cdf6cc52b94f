import MediaProbe
import ModelCore
import Testing

struct HEIFTests {
  @Test(
    "The brand tells the format",
    arguments: [("heic", MediaFormat.heic), ("avif", .avif), ("jpeg", .heif)])
  func theBrandNamesTheCoding(brand: String, format: MediaFormat) {
    let facts = facts(HEIFSample.picture(HEIFSample.size(640, 480), brand: brand).bytes)
    #expect(facts.format == format)
    #expect(facts.displayed == .size(640, 480))
    #expect(facts.duration.isUnknown)
  }

  @Test("After a general brand, the compatible brands tell the format")
  func aGeneralBrandLeavesTheNameToTheOthers() {
    var sample = HEIFSample.picture(HEIFSample.size(640, 480), brand: "mif1")
    sample.compatible = ["miaf", "avif"]
    #expect(facts(sample.bytes).format == .avif)
  }

  @Test("A rotation by 90 degrees exchanges width and height", arguments: 0...3)
  func quarterTurnsExchangeTheSides(turns: Int) {
    let sample = HEIFSample.picture(
      HEIFSample.size(640, 480), HEIFSample.rotation(turns), HEIFSample.mirror(1))
    let facts = facts(sample.bytes)
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed == (turns % 2 == 1 ? .size(480, 640) : .size(640, 480)))
  }

  @Test("An EXIF orientation doesn't rotate the image again")
  func anOrientationInTheMetadataDoesNotTurnThePictureAgain() {
    var sample = HEIFSample.picture(HEIFSample.size(640, 480), HEIFSample.rotation(1))
    sample.items.append((9, "Exif", []))
    sample.behind = box("mdat", big(0, 4), exif(orientation: 6))
    #expect(facts(sample.bytes).displayed == .size(480, 640))
  }

  @Test("A crop changes the displayed size, but not the stored size")
  func aCropIsDisplayedAndNotStored() {
    let crop = HEIFSample.aperture((601, 2), (400, 1))
    let turned = HEIFSample.picture(HEIFSample.size(640, 480), crop, HEIFSample.rotation(1))
    #expect(facts(turned.bytes).stored == .size(640, 480))
    #expect(facts(turned.bytes).displayed == .size(400, 300))
  }

  @Test(
    "A crop beyond the image is malformed",
    arguments: [((641, 1), (400, 1)), ((0, 1), (400, 1)), ((600, 0), (400, 1))])
  func aCropBeyondThePictureIsMalformed(width: (Int, Int), height: (Int, Int)) {
    let sample = HEIFSample.picture(
      HEIFSample.size(640, 480), HEIFSample.aperture(width, height))
    #expect(facts(sample.bytes).stored == .size(640, 480))
    #expect(facts(sample.bytes).displayed.isMalformed)
  }

  @Test("Only the primary item counts")
  func onlyThePrimaryItemCounts() {
    let sample = HEIFSample(
      primary: 7,
      properties: [
        HEIFSample.size(512, 512), HEIFSample.size(4032, 3024), HEIFSample.size(320, 240),
        HEIFSample.size(9000, 9000), HEIFSample.rotation(3),
      ],
      items: [
        (1, "hvc1", [1]), (2, "hvc1", [1]), (7, "grid", [2, 5]), (8, "hvc1", [3]),
        (9, "hvc1", [4]),
      ])
    #expect(facts(sample.bytes).stored == .size(4032, 3024))
    #expect(facts(sample.bytes).displayed == .size(3024, 4032))
  }

  @Test(
    "Property indices above 32 and above 127 are resolved", arguments: [false, true])
  func indicesBeyond32And127AreFollowed(isWide: Bool) {
    let index = isWide ? 300 : 100
    var properties = Array(repeating: HEIFSample.size(1, 1), count: index)
    properties[index - 1] = HEIFSample.size(640, 480)
    let sample = HEIFSample(
      properties: properties, items: [(1, "hvc1", [index])], hasWideIndices: isWide)
    #expect(facts(sample.bytes).displayed == .size(640, 480))
  }

  @Test("An item list after the data is found")
  func anItemListBehindTheDataIsFound() {
    for size in [big(1, 4) + ascii("mdat") + big(5016, 8), big(5008, 4) + ascii("mdat")] {
      var sample = HEIFSample.picture(HEIFSample.size(640, 480))
      sample.front = size + zeros(5000)
      #expect(MediaProbe.facts(of: sample.bytes).displayed == .size(640, 480))
    }
  }

  @Test("A grid that contradicts its size is unknown")
  func aGridThatContradictsItsSizeIsUnknown() {
    var sample = HEIFSample(
      properties: [HEIFSample.size(1024, 768)], items: [(1, "grid", [1])],
      itemData: HEIFSample.grid(1024, 768), locations: HEIFSample.locationInItemData(1, 8))
    #expect(facts(sample.bytes).stored == .size(1024, 768))
    sample.itemData = HEIFSample.grid(8192, 8192)
    #expect(facts(sample.bytes).stored.isUnknown)
    #expect(facts(sample.bytes).displayed.isUnknown)
  }

  @Test("An AV1 header that contradicts the size is unknown")
  func anAV1HeaderThatContradictsTheSizeIsUnknown() {
    // A reduced header for a still picture of 64 × 48, in fields of 6 bits.
    let header: Bytes = [0x0A, 4, 0b0001_1000, 0b0001_0101, 0b0111_1111, 0b1011_1100]
    let setup = box("av1C", [0x81, 0, 0, 0], header)
    let honest = HEIFSample.picture(HEIFSample.size(64, 48), setup, brand: "avif")
    #expect(facts(honest.bytes).stored == .size(64, 48))
    for (width, height) in [(6400, 48), (64, 480), (65, 48), (60, 40), (64, 24), (1, 1)] {
      let sample = HEIFSample.picture(HEIFSample.size(width, height), setup, brand: "avif")
      let isWithinABlock = (width, height) == (60, 40)
      #expect(facts(sample.bytes).stored.isUnknown != isWithinABlock)
    }
  }

  @Test("A damaged item list is malformed")
  func damagedItemListsAreMalformed() {
    var none = HEIFSample.picture(HEIFSample.rotation(1))
    #expect(facts(none.bytes).stored.isMalformed)
    none.properties = [HEIFSample.size(0, 480)]
    #expect(facts(none.bytes).stored.isMalformed)
    none.items = [(1, "hvc1", [5])]
    #expect(facts(none.bytes).stored.isMalformed)
    none.primary = 2
    #expect(facts(none.bytes).stored.isMalformed)
    let empty = box("ftyp", ascii("heic"), zeros(4))
    #expect(facts(empty).stored.isMalformed)
    #expect(facts(empty + box("meta")).stored.isMalformed)
  }

  @Test("An image sequence has a duration")
  func aSequenceTellsItsLength() {
    var sample = HEIFSample.picture(HEIFSample.size(640, 360), brand: "avis")
    sample.behind = MovieSample(brand: nil).bytes
    let withStill = facts(sample.bytes)
    #expect(withStill.format == .avif)
    #expect(withStill.displayed == .size(640, 360))
    #expect(withStill.duration == .known(10))
    let alone = MediaProbe.facts(of: MovieSample(brand: "hevc").bytes)
    #expect(alone.format == .heic)
    #expect(alone.stored == .size(640, 360))
    #expect(alone.duration == .known(10))
  }
}
