public import ModelSchema
public import SwiftBindings

/// A model with the Swift names that it has among the others.
public struct NamedModel: Sendable {
  public let model: Model
  public let path: TypePath
  /// What `modelgen.json` calls it.
  public let chosen: NameOverrides.Model?
  let table: NameTable

  public init(_ model: Model, path: TypePath, overrides: NameOverrides) {
    self.model = model
    self.path = path
    chosen = overrides.model(model.id)
    table = NameTable(of: model, overrides: overrides)
  }
}
