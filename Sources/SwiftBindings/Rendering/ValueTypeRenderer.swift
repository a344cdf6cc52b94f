import JSONTree
import ModelSchema

/// Renders the type of an enum's values: an open struct with one member for each published value,
/// or another name for that of a model which has the same values.
enum ValueTypeRenderer {
  static func declaration(
    _ set: PublishedSet, names: ObjectNames.PropertyNames, original: [String]?
  ) -> SwiftDeclaration {
    let documentation = Documentation("The values of `\(names.identifier)`.")
    if let original {
      let type = SwiftType.emitted(original.map(SwiftName.init))
      return SwiftDeclaration(
        .alias(SwiftName(names.type), type), documentation: documentation)
    }
    let rawValue = SwiftName("rawValue")
    let isPublished = SwiftName("isPublished")
    let raw = SwiftType.known(rawType(set))
    let identifiers = set.texts.map { SwiftName(names.values[WireName($0)] ?? $0) }
    let members = zip(identifiers, literals(set)).map { identifier, literal in
      SwiftDeclaration(
        .computed(
          identifier, .known(.selfType),
          .make(
            .known(.selfType),
            [SwiftArgument(nil, literal), SwiftArgument("isPublished", .bool(true))]),
          isStatic: true))
    }
    let initializer = SwiftDeclaration(
      .initializer(
        [
          SwiftParameter(label: "_", name: rawValue, type: raw),
          SwiftParameter(name: isPublished, type: .known(.bool)),
        ],
        [.store(rawValue, .name(rawValue)), .store(isPublished, .name(isPublished))]))
    let all = SwiftDeclaration(
      .computed(
        SwiftName("allCases"), .array(.known(.selfType)),
        .array(identifiers.map { .member($0) }), isStatic: true))
    let stored = [
      SwiftDeclaration(.stored(rawValue, raw, isConstant: true)),
      SwiftDeclaration(.stored(isPublished, .known(.bool), isConstant: true)),
    ]
    return SwiftDeclaration(
      .structure(
        SwiftName(names.type), conformsTo: PropertyType.publishedType(set),
        stored + [initializer] + members + [all]),
      documentation: documentation)
  }

  private static func rawType(_ set: PublishedSet) -> KnownType {
    switch set {
    case .strings: .string
    case .integers: .int
    case .numbers: .double
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
