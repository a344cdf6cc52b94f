import ModelCore
import ModelSchema

/// Renders the type of an enum's values: a struct with one member for each known value, or an alias of
/// another model's type with the same values.
enum ValueTypeRenderer {
  static func declaration(
    _ set: KnownSet, names: ObjectNames.PropertyNames, original: [String]?
  ) -> SwiftDeclaration {
    let documentation = Documentation("A value of ``\(names.identifier)``.")
    if let original {
      let type = SwiftType.emitted(original.map(SwiftName.init))
      return SwiftDeclaration(
        .alias(SwiftName(names.type), type), documentation: documentation)
    }
    let rawValue = SwiftName("rawValue")
    let raw = SwiftType.known(rawType(set))
    let identifiers = set.texts.map { SwiftName(names.values[WireName($0)] ?? $0) }
    let members = zip(identifiers, literals(set)).map { identifier, literal in
      SwiftDeclaration(
        .computed(
          identifier, .known(.selfType),
          .make(.known(.selfType), [SwiftArgument("rawValue", literal)]), isStatic: true))
    }
    let initializer = SwiftDeclaration(
      .initializer(
        [SwiftParameter(name: rawValue, type: raw)], [.store(rawValue, .name(rawValue))]))
    let known = SwiftDeclaration(
      .table(SwiftName("knownValues"), .array(raw), ListRenderer.values(set)))
    return SwiftDeclaration(
      .structure(
        SwiftName(names.type), conformsTo: [.openEnum, PropertyType.literalProtocol(set)],
        [SwiftDeclaration(.stored(rawValue, raw, isConstant: true)), initializer] + members
          + [known]),
      documentation: documentation)
  }

  private static func rawType(_ set: KnownSet) -> KnownType {
    switch set {
    case .strings: .string
    case .integers: .int
    case .numbers: .double
    }
  }

  private static func literals(_ set: KnownSet) -> [SwiftExpression] {
    switch set {
    case .strings(let values): values.map { .string($0) }
    case .integers(let values): values.map { .integer($0) }
    case .numbers(let values): values.map { .double($0.double) }
    }
  }
}
