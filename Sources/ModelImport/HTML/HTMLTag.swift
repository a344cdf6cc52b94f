/// A tag, comment or declaration of HTML.
struct HTMLTag {
  /// In lower case; empty for comments and declarations.
  var name: String
  var isClosing: Bool
  /// One past the tag. The end of the text where the tag isn't finished.
  var end: Int
  private var attributes: Range<Int>

  /// Reads what begins with the `<` at `start`; nil if it is but a `<` in a text.
  ///
  /// Only elements that HTML knows count, and custom ones with their dash: `<token>` and `<sks>`
  /// are words of a page that forgot to escape them.
  init?(_ bytes: [UInt8], at start: Int) {
    var index = start + 1
    guard index < bytes.count else { return nil }
    isClosing = bytes[index] == UInt8(ascii: "/")
    name = ""
    attributes = index..<index
    if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
      end = HTMLTag.endOfDeclaration(bytes, at: index)
      return
    }
    if isClosing { index += 1 }
    let nameStart = index
    while index < bytes.count, bytes[index].isNameByte { index += 1 }
    guard index > nameStart, index - nameStart <= 64, bytes[nameStart].isLetter else { return nil }
    name = String(decoding: bytes[nameStart..<index].map(\.lowercased), as: UTF8.self)
    guard HTMLNames.elements.contains(name) || name.contains("-") else { return nil }
    if index < bytes.count {
      let next = bytes[index]
      guard next.isBlank || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") else {
        return nil
      }
    }
    let attributesStart = index
    end = HTMLTag.endOfTag(bytes, from: index)
    attributes = attributesStart..<end
  }

  /// One past the `>` that ends a tag; quoted values may hold one of their own.
  private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      index += 1
    }
    return bytes.count
  }

  private static func endOfDeclaration(_ bytes: [UInt8], at index: Int) -> Int {
    let rest = bytes[index...]
    let (opening, closing) = rest.starts(with: "!--".utf8) ? (3, "-->") : (1, ">")
    return rest.dropFirst(opening).firstRange(of: Array(closing.utf8))?.upperBound ?? bytes.count
  }

  /// The value of an attribute, its entities decoded; nil where the tag hasn't it.
  func attribute(_ wanted: String, in bytes: [UInt8]) -> String? {
    var rest = bytes[attributes]
    while let start = rest.firstIndex(where: \.isNameByte) {
      rest = rest[start...]
      let name = rest.prefix { $0.isNameByte || $0 == UInt8(ascii: ":") }
      rest = rest.dropFirst(name.count)
      let matches = name.map(\.lowercased).elementsEqual(wanted.utf8)
      let afterBlanks = rest.drop { $0.isBlank }
      guard afterBlanks.first == UInt8(ascii: "=") else {
        if matches { return "" }
        continue
      }
      rest = afterBlanks.dropFirst().drop { $0.isBlank }
      let value: ArraySlice<UInt8>
      if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        value = rest.dropFirst().prefix { $0 != quote }
        rest = rest.dropFirst(value.count + 2)
      } else {
        value = rest.prefix { !$0.isBlank && $0 != UInt8(ascii: ">") }
        rest = rest.dropFirst(value.count)
      }
      if matches { return HTMLEntity.decodeAll(value) }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
