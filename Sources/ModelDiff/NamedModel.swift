package import ModelSchema
package import SwiftBindings

/// A model with the Swift names that it has among the others.
package struct NamedModel: Sendable {
  package let model: Model
  package let path: TypePath
  /// The names that `modelgen.json` chooses for the model.
  package let chosen: NameOverrides.Model?
  let table: NameTable

  package init(_ model: Model, path: TypePath, overrides: NameOverrides) {
    self.model = model
    self.path = path
    chosen = overrides.model(model.id)
    table = NameTable(of: model, overrides: overrides)
  }
}
