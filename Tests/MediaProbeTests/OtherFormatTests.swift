import MediaProbe
import Testing

struct OtherFormatTests {
  private static let heads: [(Bytes, String)] = [
    (ascii("II*\0"), "TIFF"), (ascii("MM\0*"), "TIFF"), (ascii("II+\0"), "BigTIFF"),
    ([0xFF, 0x0A], "JPEG XL"), (big(12, 4) + ascii("JXL "), "JPEG XL"),
    (big(12, 4) + ascii("jP  "), "JPEG 2000"), (ascii("8BPS"), "PSD"), ([0, 0, 1, 0], "ICO"),
    (ascii("fLaC"), "FLAC"), (ascii("OggS"), "Ogg"), ([0xFF, 0xF1, 0x50], "AAC"),
    (big(0x1A45_DFA3_8742_8284, 8) + ascii("webm"), "WebM"),
    (big(0x1A45_DFA3_8B42_8288, 8) + ascii("matroska"), "Matroska"),
    (ascii("RIFF\0\0\0\0AVI LIST"), "AVI"), (ascii("FORM\0\0\0\0AIFF"), "AIFF"),
    (box("ftyp", ascii("crx "), zeros(4)), "Canon CR3"),
    (ascii("\u{FEFF} <!DOCTYPE html>"), "HTML"),
    (ascii("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code>"), "XML"),
    (ascii("<?xml version=\"1.0\"?>\n<svg width=\"5\">"), "SVG"), (ascii("{\"error\": 1}"), "JSON"),
    (ascii("G") + zeros(187) + ascii("G") + zeros(187) + ascii("G"), "MPEG transport stream"),
  ]

  @Test("Unsupported formats are named", arguments: heads)
  func whatIsNotReadIsNamed(head: Bytes, name: String) {
    let facts = facts(head + zeros(64))
    #expect(facts.format == .unsupported(name))
    #expect(facts.stored.isUnknown && facts.displayed.isUnknown && facts.duration.isUnknown)
    #expect(facts.byteCount == .known(head.count + 64))
  }

  @Test("Unrecognized data have an unknown format")
  func whatIsNotRecognizedIsUnknown() {
    let facts = facts(Bytes((0..<200).map { UInt8($0 * 7 & 0x3F) }))
    #expect(facts.format == .unknown)
    #expect(facts.stored.isUnknown)
  }

  @Test("An empty file is malformed")
  func anEmptyFileIsMalformed() {
    let facts = facts([])
    #expect(facts.byteCount == .known(0))
    #expect(facts.stored.isMalformed)
  }
}
