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
    /// The name of the type that the property declares, as the object refers to it.
    let typeName: String
    let valueType: SwiftType

    /// - Parameter scope: The path of the object's type below the model's own type.
    init(_ property: Property, _ names: ObjectNames.PropertyNames, in scope: [String]) {
      self.property = property
      self.names = names
      identifier = SwiftName(names.identifier)
      shape = PropertyType.expressible(property.shape)
      typeName =
        PropertyType.object(in: shape) == nil || shape.definition != nil
        ? names.type : NestedPath.spelling(of: names.type, in: scope)
      valueType = PropertyType.type(of: shape, own: typeName)
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

  var fields: [Field] { object.properties.map { Field($0, names[$0.key], in: path) } }

  /// Returns everything inside the type's braces, from the fields on, and the types that the objects
  /// inside declare beside the outermost ones.
  func declarations() -> (members: [SwiftDeclaration], hoisted: [SwiftDeclaration]) {
    let fields = fields
    let storage = FieldStorage(fields, in: path)
    var members = fields.map {
      SwiftDeclaration(
        storage.property($0),
        documentation: PropertyDocumentation.comment($0.property, named: $0.names.identifier))
    }
    members.append(
      SwiftDeclaration(
        .stored(Self.extraFields, .known(.jsonObject), isConstant: false),
        documentation: Documentation("Additional fields to send that these bindings don't declare.")
      ))
    members += storage.storage(fields)
    members.append(initializer(fields, storage))
    members.append(
      FieldsRenderer(object: object, uncheckedRules: uncheckedRules).function(fields, storage))
    members.append(BlankRenderer.declaration(fields, storage, in: path))
    if let defaults = DefaultsRenderer.declaration(fields) { members.append(defaults) }
    if !storage.isGrouped { members += FieldsRenderer.constants(fields) }
    members += storage.structures()
    var hoisted: [SwiftDeclaration] = []
    for field in fields {
      if let type = valueType(field) { members.append(type) }
      guard let (type, others) = objectType(field) else { continue }
      if NestedPath.isHoisted(in: path) { hoisted.append(type) } else { members.append(type) }
      hoisted += others
    }
    return (members, hoisted)
  }

  /// Required fields first, in the order of the schema, since Swift's readers expect that.
  ///
  /// An object whose fields are stored in groups has so many that a call with all of them would be of no
  /// use; its initializer takes the required ones.
  private func initializer(_ fields: [Field], _ storage: FieldStorage) -> SwiftDeclaration {
    let ordered =
      fields.filter { !$0.isOptional }
      + (storage.isGrouped ? [] : fields.filter(\.isOptional))
    var parameters = ordered.map {
      SwiftParameter(
        name: $0.identifier, type: $0.type, defaultValue: $0.isOptional ? .nil : nil)
    }
    parameters.append(
      SwiftParameter(
        name: Self.extraFields, type: .known(.jsonObject), defaultValue: .emptyDictionary))
    let stores = storage.stores(fields) + [.store(Self.extraFields, .name(Self.extraFields))]
    return SwiftDeclaration(
      .initializer(parameters, stores),
      documentation: storage.isGrouped
        ? Documentation(
          "Creates an object with its required fields. Set its optional fields afterwards.")
        : Documentation())
  }

  private func valueType(_ field: Field) -> SwiftDeclaration? {
    PropertyType.knownValues(in: field.shape).map { set in
      ValueTypeRenderer.declaration(
        set, names: field.names, original: originals[path + [field.names.type]])
    }
  }

  private func objectType(
    _ field: Field
  ) -> (type: SwiftDeclaration, hoisted: [SwiftDeclaration])? {
    guard let object = PropertyType.object(in: field.shape), object.definition == nil,
      let names = field.names.inner
    else { return nil }
    let (members, hoisted) = ObjectRenderer(
      object: object, names: names, path: NestedPath.path(of: field.names.type, in: path),
      originals: originals
    ).declarations()
    let type = SwiftDeclaration(
      .structure(SwiftName(field.typeName), conformsTo: [.modelObject], members),
      documentation: PropertyDocumentation.comment(
        object, fallback: "The value of `\(field.names.identifier)`."))
    return (type, hoisted)
  }
}
