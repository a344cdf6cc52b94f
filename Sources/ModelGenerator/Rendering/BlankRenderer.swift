import ModelSchema

/// Renders the instance of a request's type into which fields are read.
///
/// Only required properties need a value, which reading replaces.
enum BlankRenderer {
  static func declaration(_ fields: [ObjectRenderer.Field]) -> SwiftDeclaration {
    SwiftDeclaration(
      .hiddenComputed(
        SwiftName("blank"), .optional(.known(.selfType)),
        .make(.known(.selfType), arguments(fields, inside: []))))
  }

  private static func arguments(
    _ fields: [ObjectRenderer.Field], inside path: [SwiftName]
  ) -> [SwiftArgument] {
    fields.filter { !$0.isOptional }.map { field in
      SwiftArgument(field.identifier.text, value(of: field, inside: path))
    }
  }

  private static func value(
    of field: ObjectRenderer.Field, inside path: [SwiftName]
  ) -> SwiftExpression {
    switch field.shape {
    case .string, .media, .knownValues(.strings): return .string("")
    case .boolean: return .bool(false)
    case .integer, .knownValues(.integers): return .integer(0)
    case .number, .knownValues(.numbers): return .double(0)
    case .array: return .array([])
    case .anyObject: return .emptyDictionary
    case .any: return .nil
    case .object(let object):
      let names = field.names.inner ?? ObjectNames(of: object)
      let type = path + [SwiftName(field.names.type)]
      let fields = object.properties.map { ObjectRenderer.Field($0, names[$0.key]) }
      return .make(.emitted(type), arguments(fields, inside: type))
    }
  }
}
