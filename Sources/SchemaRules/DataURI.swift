/// The bytes inside a data URI (RFC 2397).
public enum DataURI {
  /// Nil for a text that is no data URI, or whose base64 is broken.
  public static func bytes(of text: String) -> [UInt8]? {
    let utf8 = text.utf8
    guard utf8.count > 5, text.prefix(5).lowercased() == "data:",
      let comma = utf8.firstIndex(of: UInt8(ascii: ","))
    else { return nil }
    let content = utf8[comma...].dropFirst()
    let isBase64 = text[..<comma].lowercased().hasSuffix(";base64")
    guard isBase64 else { return percentDecoded(content) }
    return content.contains(UInt8(ascii: "%"))
      ? Base64.decode(percentDecoded(content)) : Base64.decode(content)
  }

  private static func percentDecoded(_ content: Substring.UTF8View) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = content
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
