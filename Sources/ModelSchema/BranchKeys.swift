@_spi(Generated) import ModelCore

/// The keys that only branches of a schema describe: those of `oneOf`, `anyOf`, `if`, `then` and
/// `else`.
struct BranchKeys {
  struct Entry {
    let name: WireName
    let keyNode: JSONNode
    /// The keyword whose branches describe the key.
    let keyword: Keyword
    /// The descriptions that differ.
    var schemas: [JSONNode]
    /// The number of branches that describe the key.
    var count = 1
    /// The number of branches of the keyword; 0 where no branch has to be met.
    let branchCount: Int

    /// A Boolean value that indicates whether every value of the object meets one of the
    /// descriptions.
    var isBinding: Bool { count == branchCount }
  }

  private(set) var entries: [Entry] = []
  /// Keys that the first branch of each keyword requires.
  private(set) var requiredByFirst: [String] = []
  private let known: Set<WireName>

  init(
    _ nodes: SchemaNodes, besides known: Set<WireName>, _ resolver: inout SchemaResolver,
    _ findings: inout Findings
  ) {
    self.known = known
    for union in nodes.unions {
      let hasNull = Array(union.list.elements).count > union.branches.count
      for (index, branch) in union.branches.enumerated() {
        let nodes = resolver.resolve([branch], at: branch, &findings)
        add(nodes, union.keyword, branchCount: hasNull ? 0 : union.branches.count)
        if index == 0 {
          requiredByFirst += nodes.all(.required).flatMap { $0.elements.compactMap(\.string) }
        }
      }
      report(union, &findings)
    }
    for keyword in [Keyword.condition, .then, .otherwise] {
      for branch in nodes.all(keyword) where branch.kind == .object {
        add(resolver.resolve([branch], at: branch, &findings), keyword, branchCount: 0)
      }
    }
  }

  private mutating func add(_ nodes: SchemaNodes, _ keyword: Keyword, branchCount: Int) {
    var own: Set<WireName> = []
    for member in nodes.all(.properties).flatMap({ Array($0.members) }) {
      let name = WireName(member.key)
      if known.contains(name) { continue }
      let isFirst = own.insert(name).inserted
      guard let index = entries.firstIndex(where: { $0.name == name }) else {
        entries.append(
          Entry(
            name: name, keyNode: member.keyNode, keyword: keyword, schemas: [member.value],
            branchCount: branchCount))
        continue
      }
      if isFirst, entries[index].keyword == keyword { entries[index].count += 1 }
      let meanings = entries[index].schemas.map(JSONValue.init)
      if !meanings.contains(JSONValue(member.value)) { entries[index].schemas.append(member.value) }
    }
  }

  private func report(_ union: SchemaNodes.Union, _ findings: inout Findings) {
    let keys = entries.filter { $0.keyword == union.keyword }.map {
      ValueText.quoted($0.name.text)
    }
    guard !keys.isEmpty else { return }
    findings.add(
      .note,
      "keys that only branches of \"\(union.keyword.word)\" describe are optional properties "
        + "without their rules: \(keys.prefix(20).joined(separator: ", "))"
        + (keys.count > 20 ? " …" : ""), at: union.list)
  }
}

extension Shape {
  /// The shape that holds the values of several; nil where no Swift type does.
  ///
  /// - Parameter keepsValues: A Boolean value that indicates whether known values of both stay
  ///   known.
  func common(with other: Shape, keepsValues: Bool) -> Shape? {
    switch (self, other) {
    case (.knownValues(.strings(let own)), .knownValues(.strings(let others))) where keepsValues:
      let known = Set(own.map(WireName.init))
      return .knownValues(.strings(own + others.filter { !known.contains(WireName($0)) }))
    case (.string, .string), (.string, .knownValues(.strings)), (.knownValues(.strings), .string),
      (.knownValues(.strings), .knownValues(.strings)):
      return .string(StringRules())
    case (.boolean, .boolean): return .boolean
    case (.media(let own), .media(let others)) where own.kind == others.kind:
      return .media(MediaShape(kind: own.kind, rules: []))
    case (.array(let own), .array(let others)) where own.itemIsNullable == others.itemIsNullable:
      return own.item.common(with: others.item, keepsValues: false).map {
        .array(
          ArrayShape(item: $0, itemIsNullable: own.itemIsNullable, uniqueItems: false))
      }
    case (.anyObject, .anyObject): return .anyObject
    case (.any, _), (_, .any): return .any
    default:
      guard isNumber, other.isNumber else { return nil }
      let rules = NumberRules(bounds: .init())
      return isInteger && other.isInteger ? .integer(rules) : .number(rules)
    }
  }

  /// The same type of values without rules, which hold in one branch and not in others.
  var withoutRules: Shape {
    switch self {
    case .object, .anyObject, .any: self
    default: common(with: self, keepsValues: false) ?? self
    }
  }

  private var isInteger: Bool {
    switch self {
    case .integer, .knownValues(.integers): true
    default: false
    }
  }

  private var isNumber: Bool {
    switch self {
    case .number, .knownValues(.numbers): true
    default: isInteger
    }
  }
}
