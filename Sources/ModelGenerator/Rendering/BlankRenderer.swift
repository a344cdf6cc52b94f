import ModelSchema

/// Renders the instance of a request's type into which fields are read.
///
/// Only required properties need a value, which reading replaces.
enum BlankRenderer {
  /// - Parameter scope: The path of the type below the model's own type.
  static func declaration(
    _ fields: [ObjectRenderer.Field], _ storage: FieldStorage, in scope: [String]
  ) -> SwiftDeclaration {
    // An instance of a large object is made by its own type, so that no expression grows without limit.
    let required = fields.filter { !$0.isOptional }
    let large = required.filter { storage.isBoxed($0) || holdsDefinition($0.shape) }
    let isEndless = required.contains { if case .recursive = $0.shape { true } else { false } }
    return SwiftDeclaration(
      .hiddenComputed(
        SwiftName("blank"), .optional(.known(.selfType)),
        isEndless
          ? .nil
          : .make(.known(.selfType), arguments(fields, inside: [], in: scope, except: large)),
        unwrapping: isEndless
          ? []
          : large.map {
            ($0.identifier, .typeMember($0.valueType, SwiftName("blank")))
          }))
  }

  /// Returns a Boolean value that indicates whether an instance of a definition is needed.
  private static func holdsDefinition(_ shape: Shape) -> Bool {
    switch shape {
    case .recursive: true
    case .object(let object):
      object.definition != nil
        || object.properties.contains {
          $0.isRequired && !$0.isNullable && holdsDefinition($0.shape)
        }
    default: false
    }
  }

  private static func arguments(
    _ fields: [ObjectRenderer.Field], inside path: [SwiftName], in scope: [String],
    except large: [ObjectRenderer.Field] = []
  ) -> [SwiftArgument] {
    let unwrapped = Set(large.map(\.identifier))
    return fields.filter { !$0.isOptional }.map { field in
      SwiftArgument(
        field.identifier.text,
        unwrapped.contains(field.identifier)
          ? .name(field.identifier) : value(of: field, inside: path, in: scope))
    }
  }

  private static func value(
    of field: ObjectRenderer.Field, inside path: [SwiftName], in scope: [String]
  ) -> SwiftExpression {
    switch field.shape {
    case .string, .media, .knownValues(.strings): return .string("")
    case .boolean: return .bool(false)
    case .integer, .knownValues(.integers): return .integer(0)
    case .number, .knownValues(.numbers): return .double(0)
    case .array: return .array([])
    case .anyObject: return .emptyDictionary
    case .any, .recursive: return .nil
    case .object(let object):
      let names = field.names.inner ?? ObjectNames(of: object)
      let isHoisted = NestedPath.isHoisted(in: scope)
      let type = (isHoisted ? [] : path) + [SwiftName(field.typeName)]
      let inner = NestedPath.path(of: field.names.type, in: scope)
      let fields = object.properties.map { ObjectRenderer.Field($0, names[$0.key], in: inner) }
      return .make(.emitted(type), arguments(fields, inside: type, in: inner))
    }
  }
}
