import JSONTree
import ModelSchema

/// A type of published values that a model has, by what makes it the same as another model's.
package struct ValueType: Sendable, Hashable {
  /// From below the model's own type: `WidthByHeightValue`, or `LoraItem`, `ModeValue`.
  let name: [String]
  /// Of the values in their order and of their Swift names.
  let digest: String
}

extension ValueType {
  /// All of a model, those of its output last.
  static func all(in model: Model, overrides: NameOverrides) -> [ValueType] {
    let names = ObjectNames(of: model.input, overrides: overrides.models[WireName(model.id)])
    var types = all(in: model.input, names, below: [])
    if case .object(let output) = model.output {
      types += all(in: output, ObjectNames(of: output), below: [OutputRenderer.typeName])
    }
    return types
  }

  private static func all(
    in object: ObjectShape, _ names: ObjectNames, below scope: [String]
  ) -> [ValueType] {
    object.properties.flatMap { property -> [ValueType] in
      let shape = PropertyType.expressible(property.shape)
      let names = names[property.key]
      let path = scope + [names.type]
      if let set = PropertyType.published(in: shape) {
        return [ValueType(name: path, digest: digest(set, names))]
      }
      guard let inner = PropertyType.object(in: shape) else { return [] }
      return all(in: inner, ObjectNames(of: inner), below: path)
    }
  }

  private static func digest(_ set: PublishedSet, _ names: ObjectNames.PropertyNames) -> String {
    var digest = Fingerprint()
    digest.combine(PropertyType.publishedType(set).rawValue)
    digest.combine(names.type)
    for text in set.texts {
      digest.combine(text)
      digest.combine(names.values[WireName(text)] ?? "")
    }
    return digest.hex
  }
}
