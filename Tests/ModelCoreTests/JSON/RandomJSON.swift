import ModelCore
import TestSupport

/// Makes JSON values of every kind, with all that is awkward about them.
struct RandomJSON {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func value(depth: Int = 5) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &generator) {
    case 0: .null
    case 1: .bool(.random(using: &generator))
    case 2, 3: .number(number())
    case 4, 5: .string(string())
    case 6, 7: .array((0..<size()).map { _ in value(depth: depth - 1) })
    default: .object(object(depth: depth))
    }
  }

  private mutating func object(depth: Int) -> JSONObject {
    let members = (0..<size()).map { _ in (string(), value(depth: depth - 1)) }
    return JSONObject(members)
  }

  private mutating func size() -> Int {
    // Now and then more than are compared in pairs.
    .random(in: 0...(Int.random(in: 0..<12, using: &generator) == 0 ? 30 : 4), using: &generator)
  }

  mutating func number() -> JSONNumber {
    var text = Bool.random(using: &generator) ? "-" : ""
    text += digits(first: Bool.random(using: &generator) ? "0" : nil)
    if Bool.random(using: &generator) { text += "." + digits(first: "0") + digits(first: nil) }
    if Int.random(in: 0..<3, using: &generator) == 0 {
      text += ["e", "E", "e+", "e-", "E-0"].randomElement(using: &generator) ?? "e"
      text += digits(first: nil)
    }
    return JSONNumber(text: text) ?? 0
  }

  private mutating func digits(first: String?) -> String {
    if let first { return first }
    let count = Int.random(in: 1...4, using: &generator)
    return (0..<count).map { String(Int.random(in: ($0 == 0 ? 1 : 0)...9, using: &generator)) }
      .joined()
  }

  mutating func string() -> String {
    let pieces = [
      "a", "b", "key", "/", "~", "~1", "\"", "\\", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "é",
      "e\u{301}", "×", "日本", "😀", "\u{FEFF}", "\u{2028}", "\u{10FFFF}", "0", "-", " ",
    ]
    let count = Int.random(in: 0...4, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }
}
