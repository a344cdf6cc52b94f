import ModelCore
import ModelSchema

/// Renders an object of a request: its fields, and the list of them by which they are checked and
/// written.
///
/// The request itself and the objects inside it are rendered alike.
struct ObjectRenderer {
  let object: ObjectShape
  let names: ObjectNames
  /// From the model's own type to this one.
  var path: [String] = []
  /// The types of values that other models declare, by their path below the model's own type.
  var originals: [[String]: [String]] = [:]
  /// Rules of the object as a whole that bindings can't check.
  var uncheckedRules: [String] = []

  /// A property beside the names it has.
  struct Field {
    let property: Property
    let names: ObjectNames.PropertyNames
    let identifier: SwiftName
    let shape: Shape
    let valueType: SwiftType

    init(_ property: Property, _ names: ObjectNames.PropertyNames) {
      self.property = property
      self.names = names
      identifier = SwiftName(names.identifier)
      shape = PropertyType.expressible(property.shape)
      valueType = PropertyType.type(of: shape, own: names.type)
    }

    /// A Boolean value that indicates whether the field may be missing or null.
    var isOptional: Bool { !property.isRequired || property.isNullable }
    var type: SwiftType { isOptional ? .optional(valueType) : valueType }

    /// The field inside a function with a parameter of this name.
    func value(besides parameter: String) -> SwiftExpression {
      identifier.text == parameter ? .own(identifier) : .name(identifier)
    }
  }

  private static var extraFields: SwiftName { SwiftName("extraFields") }

  var fields: [Field] { object.properties.map { Field($0, names[$0.key]) } }

  /// Everything inside the type's braces, from the fields on.
  func members() -> [SwiftDeclaration] {
    let fields = fields
    var members = fields.map {
      SwiftDeclaration(
        .stored($0.identifier, $0.type, isConstant: false),
        documentation: PropertyDocumentation.comment($0.property, named: $0.names.identifier))
    }
    members.append(
      SwiftDeclaration(
        .stored(Self.extraFields, .known(.jsonObject), isConstant: false),
        documentation: Documentation("Additional fields to send that these bindings don't declare.")
      ))
    members.append(initializer(fields))
    members.append(
      FieldsRenderer(object: object, uncheckedRules: uncheckedRules).function(fields))
    members.append(BlankRenderer.declaration(fields))
    if let defaults = DefaultsRenderer.declaration(fields) { members.append(defaults) }
    return members + FieldsRenderer.constants(fields) + fields.compactMap(nestedType)
  }

  /// Required fields first, in the order of the schema, since Swift's readers expect that.
  private func initializer(_ fields: [Field]) -> SwiftDeclaration {
    let ordered = fields.filter { !$0.isOptional } + fields.filter(\.isOptional)
    var parameters = ordered.map {
      SwiftParameter(
        name: $0.identifier, type: $0.type, defaultValue: $0.isOptional ? .nil : nil)
    }
    parameters.append(
      SwiftParameter(
        name: Self.extraFields, type: .known(.jsonObject), defaultValue: .emptyDictionary))
    let names = fields.map(\.identifier) + [Self.extraFields]
    return SwiftDeclaration(.initializer(parameters, names.map { .store($0, .name($0)) }))
  }

  private func nestedType(_ field: Field) -> SwiftDeclaration? {
    if let set = PropertyType.knownValues(in: field.shape) {
      return ValueTypeRenderer.declaration(
        set, names: field.names, original: originals[path + [field.names.type]])
    }
    guard let object = PropertyType.object(in: field.shape), let names = field.names.inner else {
      return nil
    }
    let renderer = ObjectRenderer(
      object: object, names: names, path: path + [field.names.type],
      originals: originals)
    return SwiftDeclaration(
      .structure(SwiftName(field.names.type), conformsTo: [.modelObject], renderer.members()),
      documentation: PropertyDocumentation.comment(
        object, fallback: "The value of `\(field.names.identifier)`."))
  }
}
