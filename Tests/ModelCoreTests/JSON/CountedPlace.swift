import ModelCore

extension SourcePlace {
  /// The place of a byte, told by counting from the start of the text: slow, and plain enough to
  /// hold the tables against.
  init(ofByte offset: Int, in bytes: [UInt8]) {
    self.init(line: 1, column: 1)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes.prefix(offset).dropFirst(start) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
