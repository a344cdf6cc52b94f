public import ModelSchema
import JSONTree

/// Turns models into source files: the stages *name* and *render* in one place.
public struct BindingsGenerator: Sendable {
  /// A model, where it came from, and a digest of that.
  public struct Input: Sendable {
    public var model: Model
    /// Below the schemas folder, with `/`.
    public var source: String
    public var fingerprint: String

    public init(model: Model, source: String, fingerprint: String) {
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
  public init(ids: [String], options: BindingsOptions) {
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

  /// The modules that the models are spread over, in order; empty for a single module.
  public var modules: [String] {
    options.isSingleModule ? [] : Set(ids.compactMap { paths[$0]?.module }).sorted()
  }

  /// Where a model's type is.
  public func typePath(of id: String) -> TypePath? { paths[id] }

  /// Where a model's file is, below the output folder.
  public func filePath(of id: String) -> String? {
    guard let path = paths[id], let name = fileNames[WireName(id)] else { return nil }
    return options.isSingleModule ? name : path.module + "/" + name
  }

  /// The types of values that a model has, for finding out what it shares with others.
  public func valueTypes(of model: Model) -> [ValueType] {
    ValueType.all(in: model, overrides: options.overrides)
  }

  /// The same of a model whose file was written before.
  public static func valueTypes(inFile bytes: [UInt8]) -> [ValueType] {
    ValueMark.marks(inFile: bytes).map(\.type)
  }

  /// What models share, given the types of all of them.
  public func sharing(_ models: [(id: String, types: [ValueType])]) -> ValueSharing {
    ValueSharing(models, paths: paths)
  }

  /// The file of one model.
  public func render(_ input: Input, sharing: ValueSharing) -> EmittedFile? {
    guard let path = paths[input.model.id], let filePath = filePath(of: input.model.id) else {
      return nil
    }
    let renderer = ModelRenderer(model: input.model, path: path, options: options, sharing: sharing)
    return emit(
      renderer.declarations(), to: filePath, from: input.source, fingerprint: input.fingerprint,
      marks: sharing.marks(of: input.model.id), imports: [.runtime])
  }

  /// The files that hold the namespaces: one for each module.
  public func renderNamespaces() -> [EmittedFile] {
    let entries = ids.compactMap { paths[$0] }
    let modules = Dictionary(grouping: entries) { options.isSingleModule ? "" : $0.module }
    return modules.sorted { $0.key < $1.key }.compactMap { module, paths in
      let declarations = NamespaceRenderer.declarations(paths)
      guard !declarations.isEmpty else { return nil }
      let path = (module.isEmpty ? "" : module + "/") + FileNames.namespaces
      return emit(
        declarations, to: path, from: "all models", fingerprint: "", marks: [], imports: [])
    }
  }

  /// A file that declares nothing, for where a build expects one whatever there is to say.
  public func renderNothing(to path: String, from source: String) -> EmittedFile {
    emit([], to: path, from: source, fingerprint: "", marks: [], imports: [])
  }

  private func emit(
    _ declarations: [SwiftDeclaration], to path: String, from source: String, fingerprint: String,
    marks: [ValueMark], imports: [KnownModule]
  ) -> EmittedFile {
    var header = FileHeader(toolVersion: options.toolVersion, source: source, fingerprint: "")
    let text = SwiftPrinter.print(
      SwiftFile(
        header: header.lines + marks.map(\.line), imports: imports, declarations: declarations),
      access: options.access)
    guard !fingerprint.isEmpty else { return EmittedFile(path: path, text: text) }
    // The head's first line names the digest of all that follows it.
    header.fingerprint = EmittedText.seal(fingerprint, of: Array(text.utf8))
    let rest = text[(text.firstIndex(of: "\n") ?? text.endIndex)...]
    return EmittedFile(path: path, text: header.firstLine + rest)
  }
}
