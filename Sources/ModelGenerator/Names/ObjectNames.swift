import ModelCore
import ModelSchema

/// The Swift names of an object's properties and of the types inside it.
struct ObjectNames: Sendable {
  struct PropertyNames: Sendable {
    /// The property itself.
    var identifier: String
    /// The type of its values, where it has one of its own.
    var type: String
    /// The values of its enum, by their text.
    var values: [WireName: String]
    /// The names inside the object that is its value, unless a definition has its type.
    var inner: ObjectNames?
  }

  private let properties: [WireName: PropertyNames]

  init(
    of object: ObjectShape, overrides: NameOverrides.Model? = nil,
    definitions: DefinitionNames? = nil
  ) {
    let definitions = definitions ?? DefinitionNames(in: object)
    let keys = object.properties.map { WireName($0.key) }
    let identifiers = NameResolver.resolve(
      object.properties.map { property in
        let pinned = overrides?.properties[WireName(property.key)]
        return NameCandidate(
          wire: WireName(property.key), preferred: pinned ?? KeyName.property(property.key),
          rank: KeyName.rank(property.key), isPinned: pinned != nil)
      })
    let types = NameResolver.resolve(
      object.properties.filter { $0.shape.definition == nil }.map { property in
        // Whoever pins a property's name keeps the type of its values too.
        NameCandidate(
          wire: WireName(property.key),
          preferred: ObjectNames.preferredType(property),
          rank: KeyName.rank(property.key),
          isPinned: overrides?.properties[WireName(property.key)] != nil)
      })
    var properties: [WireName: PropertyNames] = [:]
    for (key, property) in zip(keys, object.properties) {
      let chosen = overrides?.values[WireName(property.key)] ?? [:]
      properties[key] = PropertyNames(
        identifier: identifiers[key] ?? property.key,
        type: property.shape.definition.map { definitions[$0] } ?? types[key] ?? property.key,
        values: ObjectNames.values(of: property.shape, key: property.key, chosen: chosen),
        inner: property.shape.definition != nil
          ? nil
          : PropertyType.object(in: PropertyType.expressible(property.shape))
            .map { ObjectNames(of: $0, definitions: definitions) })
    }
    self.properties = properties
  }

  subscript(key: String) -> PropertyNames {
    properties[WireName(key)] ?? PropertyNames(identifier: key, type: key, values: [:])
  }

  /// The name of a property's type, if no other property of the object has the same.
  static func preferredType(_ property: Property) -> String {
    KeyName.type(property.key) + typeSuffix(property.shape)
  }

  /// The word that keeps a property's type apart from every model's.
  private static func typeSuffix(_ shape: Shape) -> String {
    if case .array(let array) = shape, case .object = array.item { return "Item" }
    return "Value"
  }

  private static func values(
    of shape: Shape, key: String, chosen: [WireName: String]
  ) -> [WireName: String] {
    switch shape {
    case .array(let array): return values(of: array.item, key: key, chosen: chosen)
    case .knownValues(let set):
      return NameResolver.resolve(
        set.texts.map { text in
          let pinned = chosen[WireName(text)]
          return NameCandidate(
            wire: WireName(text), preferred: pinned ?? ValueName.member(text, key: key), rank: 0,
            isPinned: pinned != nil)
        })
    default: return [:]
    }
  }
}
