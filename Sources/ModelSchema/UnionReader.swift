import ModelCore

/// Looks into `anyOf` and `oneOf` for what their branches have in common: they may list values, or
/// be of one type.
enum UnionReader {
  struct Resolved {
    let union: SchemaNodes.Union
    let branches: [SchemaNodes]
  }

  static func resolve(
    _ unions: [SchemaNodes.Union], _ resolver: inout SchemaResolver, _ findings: inout Findings
  ) -> [Resolved] {
    var resolved: [Resolved] = []
    for union in unions {
      var branches: [SchemaNodes] = []
      for branch in union.branches {
        let nodes = resolver.resolve([branch], at: branch, &findings)
        _ = nodes.reportUnchecked(&findings)
        branches.append(nodes)
      }
      resolved.append(Resolved(union: union, branches: branches))
    }
    return resolved
  }

  /// Every set of values that a schema publishes. Unions that are nothing but a set are taken out
  /// of `unions`.
  static func takeValues(
    _ nodes: SchemaNodes, _ unions: inout [Resolved]
  ) -> [EnumReader.Values] {
    var sets: [EnumReader.Values] = []
    for keyword in [Keyword.enumeration, .const] where nodes.has(keyword) {
      for node in nodes.all(keyword) {
        sets.append(.init(keyword: keyword, place: node, nodes: values(keyword, node)))
      }
    }
    unions.removeAll { resolved in
      var values: [JSONNode] = []
      for branch in resolved.branches {
        guard let own = UnionReader.values(of: branch) else { return false }
        values += own
      }
      sets.append(
        .init(keyword: resolved.union.keyword, place: resolved.union.list, nodes: values))
      return true
    }
    return sets
  }

  private static func values(_ keyword: Keyword, _ node: JSONNode) -> [JSONNode] {
    if case .const = keyword { return [node] }
    return Array(node.elements)
  }

  private static func values(of branch: SchemaNodes) -> [JSONNode]? {
    if let const = branch.first(.const) { return [const] }
    return branch.first(.enumeration).map { Array($0.elements) }
  }

  /// The type that every branch of every union has; empty where they differ or don't say.
  static func commonType(
    _ unions: [Resolved], _ findings: inout Findings
  ) -> (types: JSONTypes, allowsNull: Bool) {
    var common: JSONTypes = []
    var allowsNull = false
    for branch in unions.flatMap(\.branches) {
      guard let types = TypeReader.named(branch, &findings) else { return ([], allowsNull) }
      if branch.isNullable { allowsNull = true }
      common.formUnion(types)
    }
    if common.remove(.null) != nil { allowsNull = true }
    if common.contains(.number) { common.remove(.integer) }
    return (common.rawValue.nonzeroBitCount == 1 ? common : [], allowsNull)
  }

  /// Says that branches are not checked, and what became of the property.
  static func report(_ union: SchemaNodes.Union, hasType: Bool, _ findings: inout Findings) {
    let word = "\"\(union.keyword.word)\""
    findings.add(
      .warning,
      hasType
        ? "bindings don't check the branches of \(word)"
        : "no Swift type fits all branches of \(word); it is carried as plain JSON and not checked",
      at: union.list, fix: "`modelgen validate` checks them")
  }
}
