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

  static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
