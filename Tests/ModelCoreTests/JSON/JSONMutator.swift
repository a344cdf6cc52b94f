import TestSupport

/// Spoils JSON texts in the ways that files are spoiled, and some more.
struct JSONMutator {
  private var generator: SeededGenerator
  private var random: RandomJSON

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    random = RandomJSON(seed: seed &+ 1)
  }

  static let seeds: [[UInt8]] = [
    """
    {
      "type": "object",
      "title": "Eingabe",
      "required": ["prompt"],
      "properties": {
        "prompt": {"title": "Prompt", "type": "string", "maxLength": 800, "default": "A boat"},
        "width×height": {
          "type": "string",
          "enum": ["1024x1024(1:1)", "2304x1728(4:3)"],
          "default": "1024x1024(1:1)"
        },
        "scale": {"type": "float", "minimum": 0, "maximum": 1.0, "default": 5e-1},
        "image_urls": {
          "type": "array", "items": {"type": "string", "format": "image_uri"},
          "minItems": 1, "maxItems": 10, "validations": {"file_size_mb<=": "4.7"}
        },
        "force_single": {"type": "boolean", "default": false, "examples": [null, true]}
      }
    }
    """,
    #"{"a":[1,-2.5e+10,"\u00e9\ud83d\ude00\n",true,null,{}],"é":[[]],"k":{"x":0,"y":[0.10]}}"#,
  ].map { Array($0.utf8) }

  /// The next text to try.
  mutating func next() -> [UInt8] {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return noise(of: 0...255)
    case 1: return noise(of: 0x20...0x7E)
    case 2: return tokens()
    case 3: return Array(random.value().description.utf8)
    default:
      var bytes = JSONMutator.seeds.randomElement(using: &generator) ?? []
      if Bool.random(using: &generator) { bytes = Array(random.value().description.utf8) }
      for _ in 0..<Int.random(in: 1...3, using: &generator) { spoil(&bytes) }
      return bytes
    }
  }

  private mutating func noise(of range: ClosedRange<UInt8>) -> [UInt8] {
    let count = Int.random(in: 0...40, using: &generator)
    return (0..<count).map { _ in .random(in: range, using: &generator) }
  }

  /// Tokens in random order, which get further into the grammar than bytes do.
  private mutating func tokens() -> [UInt8] {
    let all = [
      "{", "}", "[", "]", ":", ",", "\"a\"", "\"\\u0061\"", "1", "-0.5e3", "true", "null", " ",
      "\n", "\"", "\\", "\"é\"", "\u{FEFF}", "[]", "{}", "\"a\":",
    ]
    let count = Int.random(in: 1...12, using: &generator)
    return (0..<count).flatMap { _ in Array((all.randomElement(using: &generator) ?? "").utf8) }
  }

  private mutating func spoil(_ bytes: inout [UInt8]) {
    let index = Int.random(in: 0...bytes.count, using: &generator)
    let end = Int.random(in: index...min(bytes.count, index + 12), using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes.removeSubrange(index...)
    case 1: bytes.removeSubrange(index..<end)
    case 2: bytes.insert(.random(in: 0...255, using: &generator), at: index)
    case 3 where index < bytes.count:
      bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 4: bytes.insert(contentsOf: bytes[index..<end], at: index)
    case 5:
      let other = JSONMutator.seeds.randomElement(using: &generator) ?? []
      let start = Int.random(in: 0...other.count, using: &generator)
      bytes.replaceSubrange(index..<end, with: other[start..<min(other.count, start + 20)])
    default:
      let structure = Array("{}[]:,\"\\ \n".utf8)
      bytes.insert(structure.randomElement(using: &generator) ?? 0, at: index)
    }
  }
}
