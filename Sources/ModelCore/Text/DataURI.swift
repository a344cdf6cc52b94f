/// The bytes inside a data URI (RFC 2397).
package enum DataURI {
  /// The bytes, or nil for a text that isn't a valid data URI.
  package static func bytes(of text: String) -> [UInt8]? {
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
