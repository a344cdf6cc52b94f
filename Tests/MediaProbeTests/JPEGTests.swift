import MediaProbe
import Testing

struct JPEGTests {
  @Test(
    "All kinds of frames have a size",
    arguments: (0xC0...0xCF).filter { ![0xC4, 0xC8, 0xCC].contains($0) })
  func everyKindOfFrameIsMeasured(marker: Int) {
    let frame = JPEGSample.frame(320, 200, marker: UInt8(marker))
    let facts = facts(JPEGSample.file(JPEGSample.jfif, frame))
    #expect(facts.format == .jpeg)
    #expect(facts.stored == .size(320, 200))
    #expect(facts.displayed == .size(320, 200))
  }

  @Test("Tables aren't mistaken for frames", arguments: [0xC4, 0xC8, 0xCC])
  func tablesAreNotTakenForFrames(marker: Int) {
    let table = JPEGSample.frame(9999, 9999, marker: UInt8(marker))
    #expect(facts(JPEGSample.file(table, JPEGSample.frame(320, 200))).stored == .size(320, 200))
  }

  @Test("Frames with 12 bits have a size")
  func twelveBitFramesAreMeasured() {
    let frame = JPEGSample.frame(320, 200, marker: 0xC1, bits: 12)
    #expect(facts(JPEGSample.file(frame)).stored == .size(320, 200))
  }

  @Test("Fill bytes and stray bytes before a marker are ignored")
  func fillBytesAndStrayBytesBeforeAMarkerAreOverlooked() {
    let fill: Bytes = [0xFF, 0xFF, 0xFF, 0xFF]
    let stray: Bytes = [0x11, 0x22, 0xFF, 0x00, 0x33]
    let file = JPEGSample.file(JPEGSample.jfif, fill, JPEGSample.frame(320, 200), stray)
    #expect(facts(file).displayed == .size(320, 200))
    let other = JPEGSample.file(JPEGSample.jfif, stray, JPEGSample.frame(320, 200))
    #expect(facts(other).displayed == .size(320, 200))
  }

  @Test("A thumbnail in the metadata isn't mistaken for the image")
  func aThumbnailInTheMetadataIsNotTakenForTheImage() {
    let thumbnail = JPEGSample.file(JPEGSample.frame(160, 120))
    let file = JPEGSample.file(
      JPEGSample.exifSegment(exif(orientation: 1) + thumbnail), JPEGSample.frame(4000, 3000))
    #expect(facts(file).stored == .size(4000, 3000))
  }

  @Test("A color profile of a megabyte before the frame is skipped")
  func aMegabyteOfProfileBeforeTheFrameIsSteppedOver() {
    let profile = (0..<20).flatMap { _ in
      JPEGSample.segment(0xE2, ascii("ICC_PROFILE\0") + zeros(65_000))
    }
    let file = JPEGSample.file(profile, JPEGSample.frame(4000, 3000))
    var asked = 0
    let facts = MediaProbe.facts(byteCount: file.count) { range in
      asked += range.count
      return Bytes(file[range])
    }
    #expect(facts.displayed == .size(4000, 3000))
    #expect(asked <= 2 << 20)
  }

  @Test(
    "Orientations 5 to 8 exchange width and height", arguments: 0...9, ["M", "I"] as [Character])
  func orientationsFiveToEightExchangeTheSides(orientation: Int, order: Character) {
    for type in [1, 3, 4] {
      let metadata = JPEGSample.exifSegment(
        exif(orientation: orientation, order: order, type: type))
      let facts = facts(JPEGSample.file(JPEGSample.jfif, metadata, JPEGSample.frame(640, 480)))
      #expect(facts.stored == .size(640, 480))
      #expect(facts.displayed == ((5...8) ~= orientation ? .size(480, 640) : .size(640, 480)))
    }
  }

  @Test("The first of several EXIF segments counts")
  func amongSeveralMetadataSegmentsTheFirstEXIFCounts() {
    let file = JPEGSample.file(
      JPEGSample.segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<x/>")),
      JPEGSample.exifSegment(exif(orientation: 8)),
      JPEGSample.exifSegment(exif(orientation: 1)), JPEGSample.frame(640, 480))
    #expect(facts(file).displayed == .size(480, 640))
  }

  @Test("Metadata after the frame header count too")
  func metadataBehindTheFrameHeaderCountToo() {
    let file = JPEGSample.file(
      JPEGSample.frame(640, 480), JPEGSample.exifSegment(exif(orientation: 6)))
    #expect(facts(file).displayed == .size(480, 640))
  }

  private static let brokenMetadata: [Bytes] = [
    [],
    ascii("XX") + zeros(20),
    ascii("MM\0*") + big(0, 4),
    ascii("MM\0*") + big(4, 4),
    ascii("II*\0") + little(0xFFFF_FFFF, 4),
    ascii("MM\0*") + big(8, 4) + big(500, 2) + zeros(8),
    exif(orientation: 6, type: 2),
  ]

  @Test("Damaged metadata don't make the stored size unknown", arguments: brokenMetadata)
  func brokenMetadataLeaveTheStoredSizeKnown(data: Bytes) {
    let file = JPEGSample.file(JPEGSample.exifSegment(data), JPEGSample.frame(640, 480))
    let facts = facts(file)
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed.isMalformed)
  }

  @Test("Damaged metadata don't matter for a square image")
  func brokenMetadataDoNotMatterToASquare() {
    let file = JPEGSample.file(JPEGSample.exifSegment([]), JPEGSample.frame(64, 64))
    #expect(facts(file).displayed == .size(64, 64))
  }

  @Test("A height of 0 is read after the scan")
  func aHeightOfZeroIsReadBehindTheScan() {
    let scan = JPEGSample.segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0, 0xFF, 0xD0, 9]
    let lines = JPEGSample.segment(0xDC, big(480, 2))
    let metadata = JPEGSample.exifSegment(exif(orientation: 6))
    let head: Bytes = [0xFF, 0xD8] + metadata + JPEGSample.frame(640, 0) + scan
    let facts = facts(head + lines + [0xFF, 0xD9])
    #expect(facts.stored == .size(640, 480))
    #expect(facts.displayed == .size(480, 640))
    #expect(MediaProbe.facts(of: head + [0xFF, 0xD9]).stored.isMalformed)
    let none = JPEGSample.segment(0xDC, big(0, 2))
    #expect(MediaProbe.facts(of: head + none).stored.isMalformed)
  }

  @Test("Damage before the frame is malformed")
  func damageBeforeTheFrameIsMalformed() {
    let frame = JPEGSample.frame(640, 480)
    for start in [[0xFF, 0xE0, 0, 1], [0xFF, 0xE0, 0, 0], JPEGSample.scan] as [Bytes] {
      #expect(facts([0xFF, 0xD8] + start + frame).stored.isMalformed)
    }
    #expect(facts(JPEGSample.file(JPEGSample.frame(0, 480))).stored.isMalformed)
    #expect(facts([0xFF, 0xD8, 0xFF, 0xD9]).stored.isMalformed)
    #expect(facts([0xFF, 0xD8] + Bytes(repeating: 0xFF, count: 9000)).stored.isMalformed)
    #expect(facts([0xFF, 0xD8, 0xFF, 0xFE, 0, 2] + zeros(9000)).stored.isMalformed)
  }

  @Test("A JPEG-LS file is reported as unsupported")
  func aJPEGLSFileIsNamedAndNotRead() {
    let facts = facts(JPEGSample.file(JPEGSample.frame(640, 480, marker: 0xF7)))
    #expect(facts.format == .unsupported("JPEG-LS"))
    #expect(facts.stored.isUnknown)
  }

  @Test("The size of a large photo is read from its first 64 kilobytes")
  func aLargePhotoIsMeasuredFromItsFirst64Kilobytes() {
    var file = JPEGSample.file(
      JPEGSample.exifSegment(exif(orientation: 6) + zeros(30_000)), JPEGSample.frame(8000, 6000))
    file += Bytes(repeating: 0x5A, count: 10_000_000)
    var asked = 0
    let facts = MediaProbe.facts(byteCount: file.count) { range in
      asked += range.count
      return Bytes(file[range])
    }
    #expect(facts.displayed == .size(6000, 8000))
    #expect(facts.byteCount == .known(file.count))
    #expect(asked <= 64 << 10)
  }
}
