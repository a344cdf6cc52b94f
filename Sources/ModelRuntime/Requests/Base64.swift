/// Base64 as data URIs have it (RFC 4648 §4).
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let length = (bytes.count + 2) / 3 * 4
    return [UInt8](unsafeUninitializedCapacity: length) { output, count in
      var index = 0
      while index < bytes.count {
        let first = UInt32(bytes[index]) << 16
        let second = index + 1 < bytes.count ? UInt32(bytes[index + 1]) << 8 : 0
        let third = index + 2 < bytes.count ? UInt32(bytes[index + 2]) : 0
        let group = first | second | third
        output[count] = alphabet[Int(group >> 18)]
        output[count + 1] = alphabet[Int(group >> 12 & 63)]
        output[count + 2] =
          index + 1 < bytes.count ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "=")
        output[count + 3] = index + 2 < bytes.count ? alphabet[Int(group & 63)] : UInt8(ascii: "=")
        index += 3
        count += 4
      }
    }
  }
}
