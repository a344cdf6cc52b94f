/// Reads comma-separated values as RFC 4180 describes them: quoted fields may contain commas, line
/// breaks and doubled quotes.
struct CSVReader {
  struct Record {
    /// The line on which the record begins, counted from 1.
    let line: Int
    let fields: [String]
  }

  struct Malformed: Error {
    let line: Int
    let message: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }

  /// Returns all records; blank lines are none.
  static func records(in bytes: [UInt8]) throws(Malformed) -> [Record] {
    var reader = CSVReader(bytes)
    var records: [Record] = []
    while reader.position < reader.bytes.count {
      let record = try reader.record()
      if record.fields != [""] { records.append(record) }
    }
    return records
  }

  private mutating func record() throws(Malformed) -> Record {
    let first = line
    var fields: [String] = []
    while true {
      fields.append(try field())
      guard position < bytes.count else { break }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ",") { continue }
      line += 1
      break
    }
    return Record(line: first, fields: fields)
  }

  /// Reads one field, and stops at the comma or line feed behind it.
  private mutating func field() throws(Malformed) -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let end = bytes[position...].firstIndex { $0 == UInt8(ascii: ",") || $0 == 10 } ?? bytes.count
      defer { position = end }
      let field = bytes[position..<end]
      return String(decoding: field.last == 13 ? field.dropLast() : field, as: UTF8.self)
    }
    let start = line
    position += 1
    var field: [UInt8] = []
    while true {
      guard position < bytes.count else {
        throw Malformed(line: start, message: "expected a closing quote")
      }
      let byte = bytes[position]
      position += 1
      if byte == 10 { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        field.append(byte)
        continue
      }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
      field.append(byte)
      position += 1
    }
    if position < bytes.count, bytes[position] == 13 { position += 1 }
    guard position == bytes.count || bytes[position] == UInt8(ascii: ",") || bytes[position] == 10
    else {
      throw Malformed(line: line, message: "expected a comma or the end of the line after a quote")
    }
    return String(decoding: field, as: UTF8.self)
  }
}
