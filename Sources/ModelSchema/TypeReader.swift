import ModelCore

/// Finds the type of a schema, named, misnamed or only implied.
enum TypeReader {
  struct Result {
    /// Empty where nothing is known; null is told apart.
    var types: JSONTypes
    var allowsNull = false
    /// A Boolean value that indicates whether the schema itself has no type.
    var isInferred = false
    /// A Boolean value that indicates whether a finding already explains that there is no single
    /// type.
    var isReported = false

    /// The only type there is, if there is only one.
    var single: JSONTypes? { types.rawValue.nonzeroBitCount == 1 ? types : nil }
    var word: String? { single.map(JSONTypes.standardWord) }
  }

  static func read(_ nodes: SchemaNodes, _ findings: inout Findings) -> Result {
    guard var types = named(nodes, &findings) else { return infer(nodes, &findings) }
    let allowsNull = types.remove(.null) != nil
    var result = Result(types: types, allowsNull: allowsNull)
    if types.isEmpty || result.single == nil {
      result.isReported = true
      findings.add(
        .warning, problem(types, allowsNull: allowsNull) + "; it is carried as plain JSON",
        at: nodes.first(.type) ?? nodes.place)
    }
    return result
  }

  /// The types that every `type` lets through; nil where there is none to go by.
  static func named(_ nodes: SchemaNodes, _ findings: inout Findings) -> JSONTypes? {
    var named: JSONTypes?
    for node in nodes.all(.type) {
      guard let types = types(node, &findings) else { continue }
      named = named.map { both($0, types) } ?? types
    }
    return named
  }

  private static func problem(_ types: JSONTypes, allowsNull: Bool) -> String {
    if !types.isEmpty { return "no Swift type is \(choice(types))" }
    return allowsNull ? "null is the only value that fits" : "no value is of all these types"
  }

  private static func choice(_ types: JSONTypes) -> String {
    let all: [JSONTypes] = [.boolean, .integer, .number, .string, .array, .object]
    return "both "
      + all.filter(types.contains).map {
        ValueText.withArticle(JSONTypes.standardWord(of: $0))
      }.joined(separator: " and ")
  }

  /// Returns the types that `type` names, or `nil` if none is known.
  private static func types(_ type: JSONNode, _ findings: inout Findings) -> JSONTypes? {
    guard case .array = type.kind else { return JSONTypes(type, &findings) }
    var types: JSONTypes = []
    var isKnown = false
    for node in type.elements {
      guard let word = JSONTypes(node, &findings) else { continue }
      types.formUnion(word)
      isKnown = true
    }
    if !isKnown, !type.elements.contains(where: { _ in true }) {
      findings.add(.warning, "an empty list of types lets no value through", at: type)
    }
    // A number may be an integer anyway.
    if types.contains(.number) { types.remove(.integer) }
    return isKnown ? types : nil
  }

  /// Returns the types that both allow.
  private static func both(_ left: JSONTypes, _ right: JSONTypes) -> JSONTypes {
    var both = left.intersection(right)
    let isWhole = left.contains(.integer) && right.contains(.number)
    if isWhole || left.contains(.number) && right.contains(.integer) { both.insert(.integer) }
    return both
  }

  private static func infer(_ nodes: SchemaNodes, _ findings: inout Findings) -> Result {
    guard let implied = impliedType(nodes) else { return Result(types: [], isInferred: true) }
    findings.add(
      .note,
      "there is no \"type\"; \"\(implied.keyword.word)\" makes it "
        + ValueText.withArticle(JSONTypes.standardWord(of: implied.type)), at: nodes.place)
    return Result(types: implied.type, isInferred: true)
  }

  private static func impliedType(
    _ nodes: SchemaNodes
  ) -> (type: JSONTypes, keyword: Keyword)? {
    if nodes.has(.properties) { return (.object, .properties) }
    for keyword in TypedKeywords.array.keywords where nodes.has(keyword) {
      return (.array, keyword)
    }
    if let format = nodes.first(.format)?.string, MediaKind(format: format) != nil {
      return (format.hasSuffix("s") ? .array : .string, .format)
    }
    if nodes.has(.enumeration) || nodes.has(.const) { return nil }
    for keyword in TypedKeywords.string.keywords where nodes.has(keyword) {
      return (.string, keyword)
    }
    for keyword in TypedKeywords.number.keywords where nodes.has(keyword) {
      return (.number, keyword)
    }
    return nil
  }
}

extension JSONTypes {
  static var words: [String] {
    ["string", "integer", "number", "boolean", "array", "object", "null"]
  }

  /// The type that a word names; says so where it is none, or not the standard one.
  fileprivate init?(_ node: JSONNode, _ findings: inout Findings) {
    guard let word = node.string else {
      let kind = ValueText.withArticle(node.kind.description)
      findings.add(.warning, "a type must be a string, not \(kind); it is ignored", at: node)
      return nil
    }
    guard let type = JSONTypes(word: word) else {
      let fix = findings.suggestion(for: word, among: JSONTypes.words)
      findings.add(
        .warning, "\(ValueText.quoted(word)) isn't a JSON Schema type; it is ignored", at: node,
        fix: fix)
      return nil
    }
    let standard = JSONTypes.standardWord(of: type)
    if word != standard {
      findings.add(.note, "the type \"\(word)\" is read as \"\(standard)\"", at: node)
    }
    self = type
  }
}
