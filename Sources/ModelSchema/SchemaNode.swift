import ModelCore

/// A schema object with its keywords told apart, once, since every reader asks for many that are
/// not there.
struct SchemaNode {
  let node: JSONNode
  /// The bits of the keywords that are there.
  private(set) var present: UInt64 = 0
  /// The version of JSON Schema of the schema, if it has rules that bindings can't check.
  var dialect = SchemaDialectChoice.inferred(.draft7)
  private var keywords: [UInt8] = []
  private var values: [JSONNode] = []

  /// Reports words that mean nothing, and values that their keyword can't have; those are left out.
  init(_ node: JSONNode, _ findings: inout Findings) {
    self.node = node
    for member in node.members {
      guard let keyword = Keyword(key: member.keyNode) else {
        SchemaNode.reportUnknown(member.key, member, &findings)
        continue
      }
      let value = member.value
      if keyword.value.takes(value.kind) {
        set(keyword, value)
      } else {
        SchemaNode.reportKind(keyword, value, &findings)
      }
    }
  }

  subscript(keyword: Keyword) -> JSONNode? {
    present & keyword.bit == 0 ? nil : index(of: keyword).map { values[$0] }
  }

  /// A Boolean value that indicates whether a `$ref` stands beside a rule for values.
  var hasRulesBesideReference: Bool {
    has(.reference) && present & Keyword.constrainingBits & ~Keyword.reference.bit != 0
  }

  /// Forgets a keyword.
  mutating func drop(_ keyword: Keyword) { present &= ~keyword.bit }

  func has(_ keyword: Keyword) -> Bool { present & keyword.bit != 0 }

  private func index(of keyword: Keyword) -> Int? {
    let wanted = keyword.rawValue
    var index = 0
    while index < keywords.count {
      if keywords[index] == wanted { return index }
      index += 1
    }
    return nil
  }

  /// The last of two values of one keyword counts, as in every lookup.
  private mutating func set(_ keyword: Keyword, _ value: JSONNode) {
    if has(keyword), let index = index(of: keyword) {
      values[index] = value
    } else {
      present |= keyword.bit
      keywords.append(keyword.rawValue)
      values.append(value)
    }
  }

  /// The keywords of rules that bindings can't check.
  private var uncheckedKeywords: [Keyword] {
    keywords.compactMap(Keyword.init(rawValue:)).filter {
      has($0) && $0.isReported
        || $0.rawValue == Keyword.additionalProperties.rawValue && hasOpenSchema
    }
  }

  /// The keywords of all rules, whether or not bindings can check them.
  var constraints: [Keyword] {
    keywords.compactMap(Keyword.init(rawValue:)).filter(\.constrains)
  }

  /// `additionalProperties` with a schema that asks for something.
  private var hasOpenSchema: Bool {
    guard let schema = self[.additionalProperties], case .object = schema.kind else { return false }
    return schema.members.contains { _ in true }
  }

  /// A Boolean value that indicates whether the schema has rules that bindings can't check.
  var hasUncheckedRules: Bool { present >= Keyword.not.bit || hasOpenSchema }

  /// Reports the rules that bindings can't check, and whether full validation does. Returns their
  /// words.
  ///
  /// - Parameter checked: The bits of keywords that bindings check after all.
  func reportUnchecked(besides checked: UInt64 = 0, _ findings: inout Findings) -> [String] {
    guard hasUncheckedRules else { return [] }
    var words: [String] = []
    for keyword in uncheckedKeywords where keyword.bit & checked == 0 {
      guard let value = self[keyword] else { continue }
      words.append(keyword.word)
      let fix =
        switch dialect {
        case .named(let dialect) where !dialect.has(keyword):
          "\(dialect) doesn't have the keyword; name a later dialect under \"$schema\""
        case .unknown: "name a known dialect under \"$schema\" to have it validated"
        default: "`modelgen validate` does, where it can"
        }
      findings.add(.warning, "bindings don't check \"\(keyword.word)\"", at: value, fix: fix)
    }
    return words
  }

  private static func reportUnknown(
    _ word: String, _ member: JSONMember, _ findings: inout Findings
  ) {
    if word.hasPrefix("x-") {
      findings.add(.note, "\"\(word)\" is an extension that means nothing here", at: member.keyNode)
      return
    }
    let near = findings.suggestion(for: word, among: Keyword.words)
    findings.add(
      .warning, "\(ValueText.quoted(word)) is not a keyword that is understood; it is ignored",
      at: member.keyNode, fix: near)
  }

  private static func reportKind(
    _ keyword: Keyword, _ value: JSONNode, _ findings: inout Findings
  ) {
    var fix = ""
    if case .required = keyword, case .bool = value.kind {
      fix = "list the key in the \"required\" of the object around it"
    }
    let kind = ValueText.withArticle(value.kind.description)
    findings.add(
      .warning,
      "\"\(keyword.word)\" must be \(keyword.value.expectation), not \(kind); it is ignored",
      at: value, fix: fix)
  }
}
