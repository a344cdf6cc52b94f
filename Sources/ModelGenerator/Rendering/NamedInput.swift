import ModelCore
import ModelSchema

/// A model with all its names.
struct NamedInput: Sendable {
  let model: Model
  let source: String
  let path: TypePath
  let input: ObjectNames
  /// The names in the output; `nil` where the model has no output type of its own.
  let output: ObjectNames?
  let valueTypes: [ValueType]

  init(_ input: BindingsGenerator.Input, path: TypePath, _ overrides: NameOverrides) {
    model = input.model
    source = input.source
    self.path = path
    self.input = ObjectNames(of: model.input, overrides: overrides.model(model.id))
    var types = ValueType.all(in: model.input, self.input)
    if case .object(let object) = model.output {
      let names = ObjectNames(of: object)
      types += ValueType.all(in: object, names, below: [OutputRenderer.typeName])
      output = names
    } else {
      output = nil
    }
    valueTypes = types
  }

  /// The path of each of the model's value types.
  var valueTypePaths: [[String]] { valueTypes.map { path.components + $0.name } }
}
