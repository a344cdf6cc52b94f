import ModelCore
package import ModelSchema

/// The types of known values of a set of models, and which of them are one type.
package struct SharedTypes: Sendable {
  /// A type as a model names it.
  package struct Name: Sendable {
    package let model: String
    /// The path from the vendor's namespace to the type.
    package let path: [String]
    /// The path of the type that it is: its own, or that of another model.
    package let original: [String]
  }

  /// In the order of model IDs.
  package let names: [Name]

  package init(_ models: [(model: Model, path: TypePath)], overrides: NameOverrides) {
    let layout = BindingsLayout(
      ids: models.map(\.model.id), options: BindingsOptions(overrides: overrides))
    let inputs = models.map { model, path in
      NamedInput(
        .init(model, source: ""), path: path, children: layout.children[path.components] ?? [],
        overrides)
    }.sorted { WireName($0.model.id) < WireName($1.model.id) }
    let sharing = ValueSharing(inputs, besides: [])
    names = inputs.flatMap { input in
      let originals = sharing.originals(of: input.model.id)
      return input.valueTypes.map { type in
        let path = input.path.components + type.name
        return Name(model: input.model.id, path: path, original: originals[type.name] ?? path)
      }
    }
  }
}
