import ModelCore
import ModelSchema

/// A type of known values that a model has.
struct ValueType: Sendable, Hashable {
  /// The path below the model's own type: `WidthByHeightValue`, or `LoraItem`, `ModeValue`.
  let name: [String]
  /// A digest of the values in their order and of their Swift names.
  let digest: String
}

extension ValueType {
  /// Returns the value types of an object, of the objects inside it, and of its definitions.
  static func all(
    in object: ObjectShape, _ names: ObjectNames, _ definitions: DefinitionNames,
    below scope: [String] = []
  ) -> [ValueType] {
    all(in: object, names, below: scope)
      + definitions.objects.flatMap { definition, object in
        all(
          in: object, ObjectNames(of: object, definitions: definitions),
          below: scope + [definitions[definition]])
      }
  }

  /// Returns the value types of an object and of the objects inside it.
  private static func all(
    in object: ObjectShape, _ names: ObjectNames, below scope: [String]
  ) -> [ValueType] {
    object.properties.flatMap { property -> [ValueType] in
      let shape = PropertyType.expressible(property.shape)
      let names = names[property.key]
      if let set = PropertyType.knownValues(in: shape) {
        return [ValueType(name: scope + [names.type], digest: digest(set, names))]
      }
      guard let inner = PropertyType.object(in: shape), let innerNames = names.inner else {
        return []
      }
      return all(in: inner, innerNames, below: NestedPath.path(of: names.type, in: scope))
    }
  }

  private static func digest(_ set: KnownSet, _ names: ObjectNames.PropertyNames) -> String {
    var digest = Fingerprint()
    digest.combine(PropertyType.literalProtocol(set).rawValue)
    digest.combine(names.type)
    for text in set.texts {
      digest.combine(text)
      digest.combine(names.values[WireName(text)] ?? "")
    }
    return digest.hex
  }
}
