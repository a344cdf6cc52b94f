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
  /// The definitions that the input and the output use.
  let definitions: DefinitionNames
  let outputDefinitions: DefinitionNames?
  let valueTypes: [ValueType]

  /// - Parameter children: The names of the models' types and namespaces inside this model's type.
  init(
    _ input: BindingsGenerator.Input, path: TypePath, children: Set<String>,
    _ overrides: NameOverrides
  ) {
    model = input.model
    source = input.source
    self.path = path
    let taken = children.union(path.components)
    definitions = DefinitionNames(in: model.input, taken: taken)
    self.input = ObjectNames(
      of: model.input, overrides: overrides.model(model.id), definitions: definitions)
    var types = ValueType.all(in: model.input, self.input, definitions)
    if case .object(let object) = model.output {
      let definitions = DefinitionNames(in: object, taken: taken)
      let names = ObjectNames(of: object, definitions: definitions)
      types += ValueType.all(in: object, names, definitions, below: [OutputRenderer.typeName])
      output = names
      outputDefinitions = definitions
    } else {
      output = nil
      outputDefinitions = nil
    }
    valueTypes = types
  }

  /// The path of each of the model's value types.
  var valueTypePaths: [[String]] { valueTypes.map { path.components + $0.name } }
}
