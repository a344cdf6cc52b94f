/// Searching in text that may not even be UTF-8.
extension Collection<UInt8> where SubSequence == ArraySlice<UInt8>, Index == Int {
  /// Returns the range of the first occurrence of `needle`.
  func firstRange(of needle: [UInt8]) -> Range<Int>? {
    guard let first = needle.first, count >= needle.count else { return nil }
    var index = startIndex
    let last = endIndex - needle.count
    while index <= last {
      if self[index] == first, self[index..<index + needle.count].elementsEqual(needle) {
        return index..<index + needle.count
      }
      index += 1
    }
    return nil
  }

  func contains(_ needle: String) -> Bool { firstRange(of: Array(needle.utf8)) != nil }

  /// Returns a Boolean value that indicates whether `text`, in lower case, occurs at an index.
  /// Letter case is ignored.
  func hasLowercased(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= startIndex, endIndex - index >= length else { return false }
    for offset in 0..<length where self[index + offset].lowercased != text.utf8Start[offset] {
      return false
    }
    return true
  }

  func hasSuffix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return count >= length && hasLowercased(text, at: endIndex - length)
  }

  /// Without blanks at either end.
  var trimmed: ArraySlice<UInt8> {
    var slice = self[startIndex..<endIndex]
    while slice.first?.isBlank == true { slice = slice.dropFirst() }
    while slice.last?.isBlank == true { slice = slice.dropLast() }
    return slice
  }
}

extension UInt8 {
  /// A blank, tab or line end.
  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  var isLetter: Bool { lowercased &- UInt8(ascii: "a") < 26 }

  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// The small letter of an ASCII capital, else the byte itself.
  var lowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}
