import ModelSchema

/// Renders the type of a model's output, where it isn't the one that models share.
///
/// Such a type is a view of the JSON: each property reads its key, so that nothing unknown is lost
/// and nothing missing fails.
enum OutputRenderer {
  static func output(of model: Model) -> (type: SwiftType, declaration: SwiftDeclaration?) {
    switch model.output {
    case .common: return (.known(.mediaOutput), nil)
    case .value: return (.known(.mediaOutput), nil)
    case .object(let object):
      let name = SwiftName("Output")
      var comment = Documentation("What the model gives.")
      comment.add(PropertyDocumentation.readable(object.description))
      return (.emitted([name]), structure(name, object, comment))
    }
  }

  private static func structure(
    _ name: SwiftName, _ object: ObjectShape, _ comment: Documentation
  ) -> SwiftDeclaration {
    let names = ObjectNames(of: object)
    let json = SwiftName("json")
    var members = [
      SwiftDeclaration(
        .stored(json, .known(.json), isConstant: true),
        documentation: Documentation("The output as the service gave it.")),
      SwiftDeclaration(
        .initializer([SwiftParameter(name: json, type: .known(.json))], [.store(json, .name(json))])
      ),
    ]
    var types: [SwiftDeclaration] = []
    for property in object.properties {
      let names = names[property.key]
      members.append(
        SwiftDeclaration(
          .computed(
            SwiftName(names.identifier),
            .optional(PropertyType.outputType(of: property.shape, own: names.type)),
            .call(
              .chained(.name(json), SwiftName("read")), [SwiftArgument(nil, .string(property.key))]),
            isStatic: false),
          documentation: PropertyDocumentation.comment(property, named: names.identifier)))
      if let set = PropertyType.published(in: property.shape) {
        types.append(ValueTypeRenderer.declaration(set, names: names))
      } else if let inner = PropertyType.object(in: property.shape) {
        types.append(
          structure(
            SwiftName(names.type), inner,
            PropertyDocumentation.comment(inner, in: names.identifier)))
      }
    }
    return SwiftDeclaration(
      .structure(name, conformsTo: .modelOutput, members + types), documentation: comment)
  }
}
