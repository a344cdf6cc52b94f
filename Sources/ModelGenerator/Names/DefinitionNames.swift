import ModelCore
import ModelSchema

/// The definitions that an object uses, and the names of their types.
///
/// Each type stands directly in the type of the model or of its output, so that its name must be
/// another one than that of every other type there, and of every type that is nested in those.
struct DefinitionNames: Sendable {
  /// In the order in which the object refers to them.
  private(set) var objects: [(definition: Definition, object: ObjectShape)] = []
  private var names: [Definition: String] = [:]

  /// - Parameter taken: Names that mean something else where the types are used.
  init(in object: ObjectShape, taken: Set<String> = []) {
    var (found, types): (Set<Definition>, Set<String>) = ([], taken)
    collect(object, &found, &types)
    guard !objects.isEmpty else { return }
    let resolved = NameResolver.resolve(
      objects.map(\.definition).map { definition in
        let name = KeyName.type(definition.name)
        let isTaken = types.contains(name) || ReservedNames.isTaken(definition: name)
        return NameCandidate(
          wire: WireName(definition.pointer), preferred: isTaken ? name + "Definition" : name,
          rank: 0)
      })
    for (definition, _) in objects {
      names[definition] = resolved[WireName(definition.pointer)] ?? definition.name
    }
  }

  subscript(definition: Definition) -> String {
    names[definition] ?? KeyName.type(definition.name)
  }

  private mutating func collect(
    _ object: ObjectShape, _ found: inout Set<Definition>, _ types: inout Set<String>
  ) {
    for property in object.properties {
      let shape = PropertyType.expressible(property.shape)
      types.insert(ObjectNames.preferredType(property))
      guard let inner = PropertyType.object(in: shape) else { continue }
      if let definition = inner.definition {
        guard found.insert(definition).inserted else { continue }
        objects.append((definition, inner))
      }
      collect(inner, &found, &types)
    }
  }
}
