/// Mends what makes strings unreadable in texts of services that are careless with Unicode.
///
/// A file that a person keeps is better refused, with the place of the mistake. The answer to a
/// request can't be asked for again: half an emoji in an error message must not hide the rest.
enum LenientText {
  /// The text with U+FFFD in the place of bytes that aren't valid UTF-8 and of escaped halves of surrogate
  /// pairs.
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var mended = Array(String(decoding: bytes, as: UTF8.self).utf8)
    var index = 0
    while index + 1 < mended.count {
      guard mended[index] == ASCII.backslash else {
        index += 1
        continue
      }
      guard let unit = unit(at: index, of: mended) else {
        // The second backslash of two escapes nothing.
        index += 2
        continue
      }
      if unit & 0xFC00 == 0xD800, let low = self.unit(at: index + 6, of: mended),
        low & 0xFC00 == 0xDC00
      {
        index += 12
        continue
      }
      if unit & 0xF800 == 0xD800 {
        mended.replaceSubrange(index + 2..<index + 6, with: "FFFD".utf8)
      }
      index += 6
    }
    return mended
  }

  /// The code unit that `\uXXXX` at `index` stands for.
  private static func unit(at index: Int, of text: [UInt8]) -> UInt32? {
    guard index + 6 <= text.count, text[index] == ASCII.backslash,
      text[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for byte in text[index + 2..<index + 6] {
      guard let digit = JSONStringDecoder.hexValue(byte) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }
}

extension JSONDocument {
  /// Reads a text that can't be asked for again: halves of surrogate pairs and bytes that aren't
  /// valid UTF-8 read as U+FFFD. A sound text costs no more than otherwise.
  package static func readingLeniently(
    _ bytes: [UInt8]
  ) throws(JSONParsingError) -> JSONDocument {
    if let document = try? JSONDocument(parsing: bytes) { return document }
    return try JSONDocument(parsing: LenientText.mended(bytes))
  }
}
