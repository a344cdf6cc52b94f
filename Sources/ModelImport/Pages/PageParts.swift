import ModelCore

/// What stands on a page, in order, before it is known what belongs together.
struct PageParts {
  enum Role {
    case input, output
    /// A schema without a heading that says which.
    case unlabelled
  }

  struct Schema {
    let offset: Int
    let role: Role
    let node: JSONNode
  }

  struct Example {
    let offset: Int
    let node: JSONNode
  }

  private(set) var addresses: [ModelAddress]
  private(set) var schemas: [Schema] = []
  private(set) var examples: [Example] = []
  /// Values that say themselves which model they are for.
  private(set) var named: [EmbeddedJSON.Value] = []
  private(set) var broken: [EmbeddedJSON.Broken]

  init(_ text: [UInt8]) {
    addresses = ModelAddress.find(in: text)
    let embedded = EmbeddedJSON(in: text)
    broken = embedded.broken
    var before = 0
    for value in embedded.values {
      let gap = text[before..<value.range.lowerBound]
      before = value.range.upperBound
      if PageParts.isBody(after: gap) {
        examples.append(Example(offset: value.range.lowerBound, node: value.root))
      } else if JSONForms.namesItsModel(value.root) {
        named.append(value)
      } else {
        add(value, after: gap)
      }
    }
  }

  private mutating func add(_ value: EmbeddedJSON.Value, after gap: ArraySlice<UInt8>) {
    let offset = value.range.lowerBound
    let input = SchemaSigns.wrapped("input", in: value.root)
    let output = SchemaSigns.wrapped("output", in: value.root)
    if let input { schemas.append(Schema(offset: offset, role: .input, node: input)) }
    if let output { schemas.append(Schema(offset: offset, role: .output, node: output)) }
    guard input == nil, output == nil, SchemaSigns.isObjectSchema(value.root) else { return }
    schemas.append(Schema(offset: offset, role: PageParts.role(after: gap), node: value.root))
  }

  /// Whether what stands before a value makes it the body of a `curl` command.
  static func isBody(after gap: ArraySlice<UInt8>) -> Bool {
    var end = gap.endIndex
    let quotes: Set<UInt8> = [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "$")]
    while end > gap.startIndex, quotes.contains(gap[end - 1]) { end -= 1 }
    while end > gap.startIndex, gap[end - 1].isBlank || gap[end - 1] == UInt8(ascii: "=") {
      end -= 1
    }
    let words: [StaticString] = ["--data", "--data-raw", "--data-binary", " -d", "--json"]
    return words.contains { gap[..<end].hasSuffix($0) }
  }

  /// What the heading above a schema calls it; headings in other languages say nothing here.
  private static func role(after gap: ArraySlice<UInt8>) -> Role {
    var index = gap.endIndex - 1
    let limit = max(gap.startIndex, gap.endIndex - 60)
    while index >= limit {
      if gap.hasLowercased("output", at: index) { return .output }
      if gap.hasLowercased("input", at: index) { return .input }
      index -= 1
    }
    return .unlabelled
  }

  /// Whether anything of a model is here at all.
  var isEmpty: Bool { schemas.isEmpty && named.isEmpty }
}
