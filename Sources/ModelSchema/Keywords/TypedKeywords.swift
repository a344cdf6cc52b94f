import ModelCore

/// Keywords that are about values of one type and let all others through.
struct TypedKeywords {
  let keywords: [Keyword]
  let bits: UInt64

  private init(about type: JSONTypes) {
    self.init(
      Keyword.allCases.filter { !type.isEmpty && $0.types == type && !$0.isReported })
  }

  private init(_ keywords: [Keyword]) {
    self.keywords = keywords
    bits = keywords.reduce(0) { $0 | $1.bit }
  }

  static let string = TypedKeywords(about: .string)
  static let number = TypedKeywords(about: .number)
  static let array = TypedKeywords(about: .array)
  static let object = TypedKeywords(about: .object)
  private static let none = TypedKeywords([])
  static let all = TypedKeywords(
    string.keywords + number.keywords + array.keywords + object.keywords)

  /// The words that stand in a schema.
  func present(in nodes: SchemaNodes) -> [String] {
    nodes.present & bits == 0 ? [] : keywords.filter(nodes.has).map(\.word)
  }

  /// Reports keywords about other types than the one there is: the type is probably wrong.
  static func reportOthers(
    than type: JSONTypes, _ nodes: SchemaNodes, _ findings: inout Findings
  ) {
    guard nodes.present & all.bits & ~own(type).bits != 0 else { return }
    let typeName = ValueText.withArticle(JSONTypes.standardWord(of: type))
    for keyword in all.keywords where keyword.bit & ~own(type).bits != 0 {
      guard let node = nodes.first(keyword) else { continue }
      findings.add(
        .warning, "\"\(keyword.word)\" says nothing about \(typeName); it is ignored", at: node,
        fix: "correct the type, or delete the keyword")
    }
  }

  private static func own(_ type: JSONTypes) -> TypedKeywords {
    switch type {
    case .string: string
    case .integer, .number: number
    case .array: array
    case .object: object
    default: none
    }
  }
}
