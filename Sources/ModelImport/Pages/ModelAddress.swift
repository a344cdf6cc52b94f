import ModelCore

/// A place where a page names its model by the address that a request goes to.
struct ModelAddress: Sendable {
  let id: String
  /// Where the address begins in the text.
  let offset: Int
  /// A Boolean value that indicates whether the ID goes on in the next line, where it can't be read.
  var isTorn = false

  private static let path = Array("/v1/models/".utf8)

  /// The addresses of a text, in order. Those in a `curl` command count; others only where there
  /// is no such command.
  static func find(in text: [UInt8]) -> [ModelAddress] {
    var commands: [ModelAddress] = []
    var others: [ModelAddress] = []
    var rest = text[...]
    while let range = rest.firstRange(of: path) {
      rest = rest[range.upperBound...]
      let start = startOfAddress(text, pathAt: range.lowerBound)
      let context = Context(text, addressAt: start)
      let end = end(text, from: range.upperBound, context)
      guard let id = readID(text, from: range.upperBound, to: end, context) else { continue }
      let isTorn = context.isCommand && isTorn(text, at: end, context)
      let address = ModelAddress(id: id, offset: start, isTorn: isTorn)
      if context.isCommand { commands.append(address) } else { others.append(address) }
    }
    return commands.isEmpty ? others : commands
  }

  /// Where `https://host` before a path begins.
  private static func startOfAddress(_ text: [UInt8], pathAt path: Int) -> Int {
    var start = path
    while start > 0, path - start < 256 {
      let byte = text[start - 1]
      let isPart =
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      guard isPart else { break }
      start -= 1
    }
    return start
  }

  /// What stands around an address.
  private struct Context {
    var quote: UInt8?
    /// Whether the address is that of a `curl` command.
    var isCommand = false
    /// Whether it may hold blanks: as an argument that ends where the next one begins.
    var mayHoldBlanks = false

    init(_ text: [UInt8], addressAt start: Int) {
      var end = start
      let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")]
      if end > 0, quotes.contains(text[end - 1]) {
        quote = text[end - 1]
        end -= 1
      }
      while end > 0, text[end - 1].isBlank || text[end - 1] == UInt8(ascii: "=") { end -= 1 }
      let before = text[max(0, end - 300)..<end]
      let line = before.split(separator: UInt8(ascii: "\n")).last ?? []
      let isFlag = before.count >= 5 && before.hasLowercased("--url", at: end - 5)
      let isLine = ["curl", "$ curl"].contains { line.trimmed.starts(with: $0.utf8) }
      isCommand = isFlag || before.contains("curl")
      mayHoldBlanks = isFlag || isLine
    }
  }

  private static func end(_ text: [UInt8], from start: Int, _ context: Context) -> Int {
    var end = start
    while end < text.count, end - start < 600, !isEnd(text, at: end, context) { end += 1 }
    return end
  }

  /// Returns a Boolean value that indicates whether a line end at `end` interrupts an ID: inside
  /// quotes, behind a dash, or in front of what can only be more of the ID.
  private static func isTorn(_ text: [UInt8], at end: Int, _ context: Context) -> Bool {
    guard end < text.count, text[end].isLineEnd else { return false }
    if context.quote != nil { return true }
    let dashes = [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")]
    let next = text[end...].drop { $0.isLineEnd }.prefix { !$0.isLineEnd }.trimmed
    guard let first = next.first, first.isLetter || first.isDigit || first == UInt8(ascii: "/")
    else { return false }
    let isRest = next.allSatisfy {
      $0.isLetter || $0.isDigit || dashes.contains($0) || $0 == UInt8(ascii: "/")
    }
    if isRest, next.contains(UInt8(ascii: "/")) { return true }
    return end > 0 && dashes.dropLast().contains(text[end - 1])
  }

  private static func readID(
    _ text: [UInt8], from start: Int, to end: Int, _ context: Context
  ) -> String? {
    var id = text[start..<end].trimmed
    if context.quote == nil, !context.mayHoldBlanks {
      while let last = id.last, [UInt8(ascii: "."), UInt8(ascii: ":")].contains(last) {
        id = id.dropLast()
      }
    }
    if id.last == UInt8(ascii: "/") { id = id.dropLast() }
    // {model_id} and <model_id> stand for an id; an id has no such brackets.
    let brackets: Set<UInt8> = [
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "$"),
    ]
    guard !id.isEmpty, !id.contains(where: { brackets.contains($0) || $0 < 0x20 }) else {
      return nil
    }
    let segments = id.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !segments.contains(where: \.isEmpty) else { return nil }
    return percentDecoded(id)
  }

  private static func isEnd(_ text: [UInt8], at index: Int, _ context: Context) -> Bool {
    let byte = text[index]
    if let quote = context.quote {
      return byte == quote || byte.isLineEnd || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: "#")
    }
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"):
      return true
    case UInt8(ascii: " "):
      guard context.mayHoldBlanks else { return true }
      let next = text[(index + 1)...].first ?? UInt8(ascii: "\n")
      return !(next.isLetter || next.isDigit)
    default:
      return byte < 0x20
    }
  }

  /// Addresses escape the blanks of an id; the id itself has them. Nil where that is no text.
  private static func percentDecoded(_ id: ArraySlice<UInt8>) -> String? {
    let bytes = PercentEncoding.decode(bytes: id)
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.elementsEqual(bytes) ? text : nil
  }
}
