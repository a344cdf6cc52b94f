extension SwiftDeclaration {
  /// Small members stand close together; what has documentation or a body stands apart.
  func needsBlankLine(after previous: SwiftDeclaration) -> Bool {
    guard isOneLiner, previous.isOneLiner else { return true }
    return !documentation.isEmpty || previous.kind.group != kind.group
  }

  private var isOneLiner: Bool {
    switch kind {
    case .alias, .privateAlias, .stored, .privateStored, .constant, .table, .computed,
      .hiddenComputed:
      true
    default: false
    }
  }
}

extension SwiftExpression {
  /// The formatter leaves room for the comma that a list would end in if it were broken, a list
  /// among the arguments of a call included.
  var reserve: String {
    switch self {
    case .array: " "
    case .call(_, let arguments), .make(_, let arguments):
      arguments.contains { !$0.value.reserve.isEmpty } ? " " : ""
    default: ""
    }
  }
}

extension SwiftDeclaration.Kind {
  var group: Int {
    switch self {
    case .computed(_, _, _, isStatic: true), .table: 1
    case .alias, .privateAlias: 1
    default: 2
    }
  }
}
