import ModelSchema

/// Renders the type of a model's output, where it isn't the one that models share.
///
/// Such a type is a view of the JSON: each property reads its key, so that nothing unknown is lost
/// and nothing missing fails.
enum OutputRenderer {
  /// The name of the type below the model's own.
  static var typeName: String { "Output" }

  static func output(
    of model: Model, _ names: ObjectNames?, _ definitions: DefinitionNames? = nil,
    originals: [[String]: [String]]
  ) -> (type: SwiftType, declaration: SwiftDeclaration?, hoisted: [SwiftDeclaration]) {
    switch model.output {
    case .common: return (.known(.mediaOutput), nil, [])
    case .value(let shape):
      return (.known(holdsText(shape) ? .mediaOutput : .json), nil, [])
    case .object(let object):
      let name = SwiftName(typeName)
      var comment = Documentation("The output of the model.")
      comment.add(PropertyDocumentation.readable(object.description))
      let definitions = definitions ?? DefinitionNames(in: object)
      let (declaration, hoisted) = structure(
        [typeName], object, names ?? ObjectNames(of: object, definitions: definitions), comment,
        .modelOutput, originals, besides: definitions)
      return (.emitted([name]), declaration, hoisted)
    }
  }

  /// Returns a Boolean value that indicates whether a bare output can only be URLs, which
  /// ``MediaOutput`` finds. A number or an array of objects is returned as JSON.
  private static func holdsText(_ shape: Shape) -> Bool {
    switch shape {
    case .string, .media: true
    case .array(let array): holdsText(array.item)
    default: false
    }
  }

  private static func structure(
    _ path: [String], _ object: ObjectShape, _ names: ObjectNames, _ comment: Documentation,
    _ parent: KnownType, _ originals: [[String]: [String]],
    besides definitions: DefinitionNames? = nil
  ) -> (type: SwiftDeclaration, hoisted: [SwiftDeclaration]) {
    let json = SwiftName("json")
    var members = [
      SwiftDeclaration(
        .stored(json, .known(.json), isConstant: true),
        documentation: Documentation("The output as the service returned it.")),
      SwiftDeclaration(
        .initializer([SwiftParameter(name: json, type: .known(.json))], [.store(json, .name(json))])
      ),
    ]
    var types: [SwiftDeclaration] = []
    var hoisted: [SwiftDeclaration] = []
    for property in object.properties {
      let names = names[property.key]
      let shape = PropertyType.expressible(property.shape)
      let inner = PropertyType.object(in: shape)
      let typeName =
        inner == nil || shape.definition != nil
        ? names.type : NestedPath.spelling(of: names.type, in: path)
      let type = PropertyType.outputType(of: shape, own: typeName)
      members.append(
        SwiftDeclaration(
          .computed(
            SwiftName(names.identifier),
            .optional(type),
            .call(
              .chained(.name(json), SwiftName("read")),
              [
                SwiftArgument(nil, .string(property.key)), SwiftArgument("as", .metatype(type)),
              ]),
            isStatic: false),
          documentation: PropertyDocumentation.comment(property, named: names.identifier)))
      if let set = PropertyType.knownValues(in: shape) {
        types.append(
          ValueTypeRenderer.declaration(
            set, names: names, original: originals[path + [names.type]]))
      } else if let inner, inner.definition == nil, let innerNames = names.inner {
        let (type, others) = structure(
          NestedPath.path(of: names.type, in: path), inner, innerNames,
          PropertyDocumentation.comment(inner, fallback: "The value of `\(names.identifier)`."),
          .outputObject, originals)
        if NestedPath.isHoisted(in: path) { hoisted.append(type) } else { types.append(type) }
        hoisted += others
      }
    }
    if let definitions {
      for (definition, object) in definitions.objects {
        let (type, others) = structure(
          [typeName, definitions[definition]], object,
          ObjectNames(of: object, definitions: definitions),
          PropertyDocumentation.comment(object, fallback: "The definition `\(definition.name)`."),
          .outputObject, originals)
        types.append(type)
        hoisted += others
      }
    }
    let type = SwiftDeclaration(
      .structure(SwiftName(path.last ?? typeName), conformsTo: [parent], members + types),
      documentation: comment)
    return (type, hoisted)
  }
}
