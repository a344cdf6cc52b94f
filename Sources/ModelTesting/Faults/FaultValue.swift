import ModelCore

/// The value of one key of a fault, as the kind that the key asks for.
struct FaultValue {
  let member: JSONMember
  /// The expected value, if another one was found.
  private(set) var problem: String?

  init(member: JSONMember) { self.member = member }

  private var node: JSONNode { member.value }

  mutating func text() -> String? { node.string ?? fail("a text") }

  mutating func flag() -> Bool? { node.bool ?? fail("true or false") }

  mutating func number(in range: ClosedRange<Int>) -> Int? {
    if let number = node.number?.int, range.contains(number) { return number }
    return fail("a whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  mutating func count() -> Int? { number(in: 0...FaultLimits.count) }

  mutating func times() -> Int? {
    if let number = node.number?.int, number > 0 { return number }
    return fail("a whole number greater than 0, or \"always\"")
  }

  mutating func seconds() -> Duration? {
    let limit = FaultLimits.delaySeconds
    if let seconds = node.number?.double, (0...Double(limit)).contains(seconds) {
      return .seconds(seconds)
    }
    return fail("a number of seconds from 0 to \(limit)")
  }

  mutating func base64() -> [UInt8]? {
    node.string.flatMap { Base64.decode($0.utf8[...]) } ?? fail("base64")
  }

  /// A text that can stand in a header.
  mutating func headerText() -> String? {
    if let text = node.string, text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) { return text }
    return fail("a string of one line")
  }

  /// Names and texts; a name with an array stands once for each of its texts.
  mutating func headers() -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    guard node.kind == .object else {
      problem = "an object of strings"
      return []
    }
    for header in node.members {
      let values = header.value.kind == .array ? Array(header.value.elements) : [header.value]
      for value in values {
        guard let text = value.string, !header.key.isEmpty,
          (header.key + text).utf8.allSatisfy({ $0 >= 32 && $0 != 127 }),
          header.key.utf8.allSatisfy({ $0 > 32 && $0 != UInt8(ascii: ":") })
        else {
          problem = "an object of header names and strings of one line"
          continue
        }
        headers.append((header.key, text))
      }
    }
    return headers
  }

  private mutating func fail<Value>(_ problem: String) -> Value? {
    self.problem = problem
    return nil
  }
}

/// The largest numbers that a fault script may hold. The article on fault scripts names them.
enum FaultLimits {
  /// Of calls, and of bytes after which an answer is cut.
  static let count = 1 << 30
  /// Of bytes that are made up and held in memory until they are sent.
  static let garbageBytes = 64 << 20
  static let delaySeconds = 86_400
}
