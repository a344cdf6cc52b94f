import ModelSchema

/// Renders a model's file.
struct ModelRenderer {
  let input: NamedInput
  /// The types of values that other models declare, by their path below the model's own type.
  let originals: [[String]: [String]]

  private var model: Model { input.model }

  func declarations() -> [SwiftDeclaration] {
    let fields = ObjectRenderer(
      object: model.input, names: input.input, originals: originals,
      uncheckedRules: model.uncheckedRules)
    let output = OutputRenderer.output(
      of: model, input.output, input.outputDefinitions, originals: originals)
    // Inside the type: one name at the top of many files would tie all of them together, and the
    // compiler would go through each for every new one.
    var members = [
      SwiftDeclaration(.privateAlias(SwiftName("GeneratedFor"), .known(.runtimeVersion)))
    ]
    if output.declaration == nil {
      members.append(SwiftDeclaration(.alias(SwiftName("Output"), output.type)))
    }
    members.append(
      SwiftDeclaration(
        .computed(SwiftName("modelID"), .known(.modelID), .string(model.id), isStatic: true)))
    var (inputMembers, hoisted) = fields.declarations()
    for (definition, object) in input.definitions.objects {
      let (type, others) = self.type(definition, object)
      hoisted += [type] + others
    }
    members += inputMembers
    if let declaration = output.declaration { members.append(declaration) }
    let path = input.path
    let structure = SwiftDeclaration(
      .structure(SwiftName(path.type), conformsTo: [.modelRequest], members),
      documentation: documentation)
    let type = path.components.map(SwiftName.init)
    let others = (hoisted + output.hoisted).map {
      SwiftDeclaration(.extension(of: type, [$0]))
    }
    guard !path.enclosing.isEmpty else { return [structure] + others }
    return [SwiftDeclaration(.extension(of: path.enclosing.map(SwiftName.init), [structure]))]
      + others
  }

  /// The type of a definition, and the types that its objects declare beside it.
  private func type(
    _ definition: Definition, _ object: ObjectShape
  ) -> (SwiftDeclaration, [SwiftDeclaration]) {
    let name = input.definitions[definition]
    let (members, hoisted) = ObjectRenderer(
      object: object, names: ObjectNames(of: object, definitions: input.definitions),
      path: [name], originals: originals
    ).declarations()
    let type = SwiftDeclaration(
      .structure(SwiftName(name), conformsTo: [.modelObject], members),
      documentation: PropertyDocumentation.comment(
        object, fallback: "The definition `\(definition.name)`."))
    return (type, hoisted)
  }

  private var documentation: Documentation {
    var comment = Documentation()
    let title = PropertyDocumentation.readable(model.title)
    comment.add(title.isEmpty ? "`\(model.id)`" : title)
    comment.add(PropertyDocumentation.readable(model.description))
    comment.add(PropertyDocumentation.readable(model.input.description))
    if !title.isEmpty { comment.add("Model `\(model.id)`.") }
    if !model.retrieved.isEmpty { comment.add("Schema retrieved on \(model.retrieved).") }
    if let correction = model.correction {
      comment.add("Local correction: \(correction.reason)")
      if !correction.source.isEmpty {
        comment.add("Source of the correction: \(correction.source)")
      }
    }
    comment.add(items: model.input.keyRules.map(\.fact))
    comment.add(items: model.uncheckedRules.map { "Not validated locally: `\($0)`" })
    return comment
  }
}
