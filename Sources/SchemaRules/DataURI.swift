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
    guard isBase64 else { return PercentEncoding.decode(bytes: content) }
    return content.contains(UInt8(ascii: "%"))
      ? Base64.decode(PercentEncoding.decode(bytes: content)) : Base64.decode(content)
  }
}
