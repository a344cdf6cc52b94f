/// A line at the head of an emitted file: one of its types of values, and where that is declared.
///
/// By these lines the generator knows what a file that it wrote before shares with others, without
/// reading the model again.
struct ValueMark: Sendable, Hashable {
  let type: ValueType
  /// The type of another model that has the same values; nil where the file declares its own.
  let original: String?

  private static var word: String { "Values: " }

  var line: String {
    let name = type.name.joined(separator: ".")
    return "\(Self.word)\(name) \(type.digest)" + (original.map { " as in \($0)" } ?? "")
  }

  /// The marks of an emitted file.
  static func marks(inFile bytes: [UInt8]) -> [ValueMark] {
    FileHeader.marks(word, inFile: bytes).compactMap(ValueMark.init)
  }

  init(type: ValueType, original: String?) {
    self.type = type
    self.original = original
  }

  private init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2 || words.count == 5 else { return nil }
    type = ValueType(
      name: words[0].split(separator: ".").map(String.init), digest: String(words[1]))
    original = words.count == 5 ? String(words[4]) : nil
  }
}
