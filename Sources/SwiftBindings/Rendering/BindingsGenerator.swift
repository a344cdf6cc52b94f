package import ModelSchema
import JSONTree

/// Turns models into source files: the stages *name* and *render* in one place.
package struct BindingsGenerator: Sendable {
  /// A model, where it came from, and a digest of that.
  package struct Input: Sendable {
    package var model: Model
    /// Below the schemas folder, with `/`.
    package var source: String
    package var fingerprint: String

    package init(model: Model, source: String, fingerprint: String) {
      self.model = model
      self.source = source
      self.fingerprint = fingerprint
    }
  }

  private let options: BindingsOptions
  private let paths: TypePaths
  private let ids: [String]
  private let fileNames: [WireName: String]

  /// - Parameter ids: All models there are, those included that can't be rendered: a name must not
  ///   change because some other file is broken.
  package init(ids: [String], options: BindingsOptions) {
    self.options = options
    self.ids = ids.map(WireName.init).sorted().map(\.text)
    let paths = TypePaths(ids: ids, overrides: options.overrides)
    self.paths = paths
    let entries = self.ids.compactMap { id in paths[id].map { (id: id, path: $0) } }
    let modules = Dictionary(grouping: entries) { options.isSingleModule ? "" : $0.path.module }
    var fileNames: [WireName: String] = [:]
    for (_, entries) in modules {
      fileNames.merge(FileNames.resolve(entries)) { first, _ in first }
    }
    self.fileNames = fileNames
  }

  /// Where a model's type is.
  package func typePath(of id: String) -> TypePath? { paths[id] }

  /// Where a model's file is, below the output folder.
  package func filePath(of id: String) -> String? {
    guard let path = paths[id], let name = fileNames[WireName(id)] else { return nil }
    return options.isSingleModule ? name : path.module + "/" + name
  }

  /// The types of values that a model has, for finding out what it shares with others.
  package func valueTypes(of model: Model) -> [ValueType] {
    ValueType.all(in: model, overrides: options.overrides)
  }

  /// The same of a model whose file was written before.
  package static func valueTypes(inFile bytes: [UInt8]) -> [ValueType] {
    ValueMark.marks(inFile: bytes).map(\.type)
  }

  /// What models share, given the types of all of them.
  package func sharing(_ models: [(id: String, types: [ValueType])]) -> ValueSharing {
    ValueSharing(models, paths: paths)
  }

  /// Which files declare the namespaces.
  ///
  /// - Parameters:
  ///   - ids: Models whose files can be written.
  ///   - staying: Models whose files stay as they are, and those files, by their paths below the
  ///     output folder.
  package func namespaces(
    of ids: [String], staying: [String] = [], files: [(path: String, bytes: [UInt8])] = []
  ) -> NamespaceHomes {
    NamespaceHomes(
      of: ids.compactMap { id in paths[id].map { (id, $0) } },
      staying: staying.compactMap { paths[$0] },
      files: files.map { path, bytes in
        let module = options.isSingleModule ? "" : path.prefix { $0 != "/" }
        return .init(module: String(module), bytes: bytes)
      }, isSingleModule: options.isSingleModule)
  }

  /// The file of one model.
  package func render(
    _ input: Input, sharing: ValueSharing, namespaces: NamespaceHomes
  ) -> EmittedFile? {
    let id = input.model.id
    guard let path = paths[id], let filePath = filePath(of: id) else { return nil }
    let renderer = ModelRenderer(model: input.model, path: path, options: options, sharing: sharing)
    return emit(
      NamespaceRenderer.declarations(namespaces[id]) + renderer.declarations(),
      to: filePath, from: input.source, fingerprint: input.fingerprint,
      marks: namespaces.lines(of: id) + sharing.marks(of: id).map(\.line), imports: [.runtime])
  }

  /// The files of those namespaces that no model's file declares: at most one for each module.
  package func renderOthers(_ namespaces: NamespaceHomes) -> [EmittedFile] {
    namespaces.others.sorted { $0.key < $1.key }.map { module, namespaces in
      emit(
        NamespaceRenderer.declarations(namespaces),
        to: (module.isEmpty ? "" : module + "/") + FileNames.namespaces, from: "all models",
        fingerprint: "", marks: [], imports: [])
    }
  }

  /// A file that declares nothing, for where a build expects one whatever there is to say.
  package func renderNothing(to path: String, from source: String) -> EmittedFile {
    emit([], to: path, from: source, fingerprint: "", marks: [], imports: [])
  }

  private func emit(
    _ declarations: [SwiftDeclaration], to path: String, from source: String, fingerprint: String,
    marks: [String], imports: [KnownModule]
  ) -> EmittedFile {
    var header = FileHeader(toolVersion: options.toolVersion, source: source, fingerprint: "")
    let text = SwiftPrinter.print(
      SwiftFile(
        header: header.lines + marks, imports: imports, declarations: declarations),
      access: options.access)
    guard !fingerprint.isEmpty else { return EmittedFile(path: path, text: text) }
    // The head's first line names the digest of all that follows it.
    header.fingerprint = EmittedText.seal(fingerprint, of: Array(text.utf8))
    let rest = text[(text.firstIndex(of: "\n") ?? text.endIndex)...]
    return EmittedFile(path: path, text: header.firstLine + rest)
  }
}
