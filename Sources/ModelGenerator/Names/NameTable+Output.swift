package import ModelSchema

extension NameTable {
  /// The names inside an output of a model's own, or inside an object in it.
  package init(ofOutput object: ObjectShape) {
    let names = ObjectNames(of: object)
    rows = object.properties.map { property in
      let names = names[property.key]
      let shape = PropertyType.expressible(property.shape)
      let type = SwiftType.optional(PropertyType.outputType(of: shape, own: names.type))
      return Row(property, names, type: type)
    }
  }

  /// The type of what a model gives: `MediaOutput`, `JSONValue`, or its own `Output`.
  package static func outputType(of model: Model) -> String {
    OutputRenderer.output(of: model, nil, originals: [:]).type.text
  }
}
