import JSONTree
import ModelSchema

/// Renders the type of an enum's values: an open struct with one member for each published value.
enum ValueTypeRenderer {
  static func declaration(
    _ set: PublishedSet, names: ObjectNames.PropertyNames
  ) -> SwiftDeclaration {
    let value = SwiftName("value")
    let stored = SwiftType.known(storedType(set))
    let identifiers = set.texts.map { SwiftName(names.values[WireName($0)] ?? $0) }
    let members = zip(identifiers, literals(set)).map { identifier, literal in
      SwiftDeclaration(
        .computed(
          identifier, .known(.selfType),
          .make(.known(.selfType), [SwiftArgument("published", literal)]), isStatic: true))
    }
    return SwiftDeclaration(
      .structure(
        SwiftName(names.type), conformsTo: PropertyType.publishedType(set),
        [
          SwiftDeclaration(.stored(value, stored, isConstant: true)),
          SwiftDeclaration(
            .initializer(
              [SwiftParameter(label: "_", name: value, type: stored)],
              [.store(value, .name(value))])),
        ] + members + [
          SwiftDeclaration(
            .computed(
              SwiftName("allCases"), .array(.known(.selfType)),
              .array(identifiers.map { .member($0) }), isStatic: true))
        ]),
      documentation: Documentation("The values of `\(names.identifier)`."))
  }

  private static func storedType(_ set: PublishedSet) -> KnownType {
    switch set {
    case .strings: .storedString
    case .integers: .storedInteger
    case .numbers: .storedNumber
    }
  }

  private static func literals(_ set: PublishedSet) -> [SwiftExpression] {
    switch set {
    case .strings(let values): values.map { .string($0) }
    case .integers(let values): values.map { .integer($0) }
    case .numbers(let values): values.map { .double($0.double) }
    }
  }
}
