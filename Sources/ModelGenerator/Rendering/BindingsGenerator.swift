package import ModelCore
package import ModelSchema
import ToolSupport

/// Turns models into source files.
package struct BindingsGenerator: Sendable {
  /// A model and the path of its file below the schemas folder.
  package struct Input: Sendable {
    package let model: Model
    package let source: String

    package init(_ model: Model, source: String) {
      self.model = model
      self.source = source
    }
  }

  private let options: BindingsOptions
  private let layout: BindingsLayout

  /// Returns the bindings of all models.
  ///
  /// - Parameters:
  ///   - earlier: The files that are there and can't all be generated again.
  package static func generate(
    _ inputs: [Input], besides earlier: EarlierBindings = EarlierBindings(),
    options: BindingsOptions
  ) -> GeneratedBindings {
    let layout = BindingsLayout(
      ids: inputs.map(\.model.id) + earlier.unusableIDs + earlier.staying.values.map(\.model),
      options: options)
    let named = inputs.concurrentMap { input in
      layout.paths[input.model.id].map {
        NamedInput(
          input, path: $0, children: layout.children[$0.components] ?? [], options.overrides)
      }
    }.compactMap(\.self).sorted { WireName($0.model.id) < WireName($1.model.id) }
    return BindingsGenerator(options: options, layout: layout).generate(named, earlier)
  }

  /// Returns the path of the file of each model below the output folder.
  package static func filePaths(of ids: [String], options: BindingsOptions) -> [WireName: String] {
    let layout = BindingsLayout(ids: ids, options: options)
    return Dictionary(
      ids.compactMap { id in layout.filePath(of: id).map { (WireName(id), $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns a file that declares nothing, for a build that expects a file for each model file.
  package static func emptyFile(
    at path: String, source: String, options: BindingsOptions
  ) -> EmittedFile {
    BindingsGenerator(options: options, layout: BindingsLayout(ids: [], options: options))
      .emit([], to: path, from: source, imports: [], record: nil)
  }

  private func generate(_ inputs: [NamedInput], _ earlier: EarlierBindings) -> GeneratedBindings {
    var stay = StayingFiles(earlier)
    stay.keepSharedTypes(of: inputs)
    let inputs = inputs.filter { !stay.holds($0) }
    let sharing = ValueSharing(inputs, besides: stay.types)
    let namespaces = NamespaceHomes(of: inputs, besides: stay.files, options)
    var files = inputs.concurrentMap { render($0, sharing, namespaces) }.compactMap(\.self)
    for (module, namespaces) in namespaces.others.sorted(by: { $0.key < $1.key }) {
      files.append(
        emit(
          NamespaceRenderer.declarations(namespaces),
          to: (module.isEmpty ? "" : module + "/") + FileNames.namespaces, from: "all models",
          imports: [], record: nil))
    }
    return GeneratedBindings(files: files, staying: stay.files, held: stay.held)
  }

  private func render(
    _ input: NamedInput, _ sharing: ValueSharing, _ namespaces: NamespaceHomes
  ) -> EmittedFile? {
    let id = input.model.id
    guard let filePath = layout.filePath(of: id) else { return nil }
    let originals = sharing.originals(of: id)
    let renderer = ModelRenderer(input: input, originals: originals)
    return emit(
      NamespaceRenderer.declarations(namespaces[id]) + renderer.declarations(),
      to: filePath, from: input.source, imports: [.runtime],
      record: FileRecord(
        source: input.source, model: id, type: input.path.components, namespaces: namespaces[id],
        sharedTypes: Set(originals.values).sorted { $0.lexicographicallyPrecedes($1) }))
  }

  private func emit(
    _ declarations: [SwiftDeclaration], to path: String, from source: String,
    imports: [KnownModule], record: FileRecord?
  ) -> EmittedFile {
    let file = SwiftFile(
      header: [FileHeader.line(source: source)], imports: imports, declarations: declarations)
    return EmittedFile(
      path: path, text: SwiftPrinter.print(file, access: options.access), record: record)
  }
}

/// The result of generating bindings.
package struct GeneratedBindings: Sendable {
  /// In the order of model ids, and behind them the namespaces that no model's file declares.
  package let files: [EmittedFile]
  /// The files that must stay as they are, by path.
  package let staying: [String: FileRecord]
  /// Those of them that stay only because others use their types.
  package let held: [HeldFile]
}

/// A file that can't be changed or deleted, because the file of another model, which can't be
/// generated again, uses its types.
package struct HeldFile: Sendable, Hashable {
  package let path: String
  package let record: FileRecord
  /// The type that is used.
  package let type: [String]
  /// The model whose file uses it.
  package let user: String
}
