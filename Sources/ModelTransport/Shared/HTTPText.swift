extension UInt8 {
  /// A Boolean value that indicates whether a method or a header name may contain this byte.
  package var isTokenByte: Bool {
    switch self {
    case 48...57, 65...90, 97...122: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
  }
}

extension StringProtocol {
  /// Without the blanks and tabs that may stand around a header's value.
  package var trimmingBlanks: Substring {
    let text = Substring(self)
    let isBlank = { (byte: UInt8) in byte == 32 || byte == 9 }
    guard let first = text.utf8.firstIndex(where: { !isBlank($0) }),
      let last = text.utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return text[first..<text.utf8.index(after: last)]
  }
}
