import ModelSchema

/// Renders a model's file.
struct ModelRenderer {
  let model: Model
  let path: TypePath
  let options: BindingsOptions
  let sharing: ValueSharing

  func declarations() -> [SwiftDeclaration] {
    let overrides = options.overrides.model(model.id)
    let names = ObjectNames(of: model.input, overrides: overrides)
    let originals = sharing.originals(of: model.id)
    let fields = ObjectRenderer(object: model.input, names: names, originals: originals)
    let output = OutputRenderer.output(of: model, originals: originals)
    var members = [
      SwiftDeclaration(.alias(SwiftName("Output"), output.type)),
      SwiftDeclaration(
        .computed(
          SwiftName("modelID"), .known(.modelID), .string(model.id), isStatic: true)),
    ]
    if output.declaration != nil { members.removeFirst() }
    members += fields.members()
    if let declaration = output.declaration { members.append(declaration) }
    // Inside the type: one name at the top of many files would tie all of them together, and the
    // compiler would go through each for every new one.
    members.insert(
      SwiftDeclaration(.privateAlias(SwiftName("GeneratedFor"), .known(.runtimeVersion))), at: 0)
    let structure = SwiftDeclaration(
      .structure(SwiftName(path.type), conformsTo: [.modelRequest], members),
      documentation: documentation)
    guard !path.enclosing.isEmpty else { return [structure] }
    return [SwiftDeclaration(.extension(of: path.enclosing.map(SwiftName.init), [structure]))]
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
    comment.add(items: model.uncheckedRules.map { "Not validated locally: `\($0)`" })
    return comment
  }
}
