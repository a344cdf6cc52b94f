/// Undoes `%41` in the fragment of a reference, in an address on a page, and in the path and query of
/// a request.
package enum PercentEncoding {
  /// Bytes that are no UTF-8 read as U+FFFD.
  package static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return String(decoding: decode(Array(text.utf8)[...]), as: UTF8.self)
  }

  package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let value = byteValue(rest.prefix(2))
      {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  /// The byte that two hexadecimal digits spell.
  private static func byteValue(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2, digits.first != UInt8(ascii: "+") else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
