/// Base64 as data URIs have it (RFC 4648 §4).
package enum Base64 {
  /// The text for some bytes, with padding.
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let padding = UInt8(ascii: "=")
    let length = (bytes.count + 2) / 3 * 4
    return [UInt8](unsafeUninitializedCapacity: length) { output, count in
      var index = 0
      while index < bytes.count {
        let left = bytes.count - index
        var group = Int(bytes[index]) << 16
        if left > 1 { group |= Int(bytes[index + 1]) << 8 }
        if left > 2 { group |= Int(bytes[index + 2]) }
        output[count] = alphabet[group >> 18]
        output[count + 1] = alphabet[group >> 12 & 63]
        output[count + 2] = left > 1 ? alphabet[group >> 6 & 63] : padding
        output[count + 3] = left > 2 ? alphabet[group & 63] : padding
        index += 3
        count += 4
      }
    }
  }

  /// Returns the decoded bytes, or `nil` for a character outside the alphabet or an impossible
  /// length. Whitespace is skipped, and padding may be missing.
  package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var group: UInt32 = 0
    var count = 0
    var isPadded = false
    for byte in text {
      if byte == UInt8(ascii: "=") {
        isPadded = true
        continue
      }
      if byte <= 0x20 { continue }
      guard !isPadded, let value = value(of: byte) else { return nil }
      group = group << 6 | value
      count += 1
      if count == 4 {
        bytes += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
        (group, count) = (0, 0)
      }
    }
    switch count {
    case 0: break
    case 2: bytes.append(UInt8(group >> 4 & 255))
    case 3: bytes += [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)]
    default: return nil
    }
    return bytes
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}

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
