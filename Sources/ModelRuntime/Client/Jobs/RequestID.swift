/// The service's name for a job, checked: letters, digits, `-` and `_`, 128 at most. It goes into
/// paths, and an unchecked one could point them elsewhere.
struct RequestID: Sendable, Hashable, CustomStringConvertible {
  let description: String

  init?(_ text: String) {
    guard (1...128).contains(text.utf8.count), text.utf8.allSatisfy(RequestID.isAllowed) else {
      return nil
    }
    description = text
  }

  /// The id in an answer that was cut or is no JSON otherwise: it names a job that is paid for.
  init?(salvagedFrom bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let key = text.firstRange(of: "\"request_id\"") else { return nil }
    let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n"]
    var rest = text[key.upperBound...].drop { blanks.contains($0) }
    guard rest.popFirst() == ":" else { return nil }
    rest = rest.drop { blanks.contains($0) }
    guard rest.popFirst() == "\"", let end = rest.firstIndex(of: "\"") else { return nil }
    self.init(String(rest[..<end]))
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
