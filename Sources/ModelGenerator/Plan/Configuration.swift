import ModelCore
package import ModelSchema
package import ToolSupport

/// The contents of `modelgen.json`.
package struct Configuration {
  package internal(set) var access: AccessLevel?
  package internal(set) var overrides = NameOverrides()
  /// Everything that must match something, in the order of the file.
  var entries: [Entry] = []
  private(set) var file = ""

  /// A key of the file that names something of the models.
  struct Entry {
    enum Subject {
      case model(String)
      case type(model: String)
      case property(model: String, key: String)
      case value(model: String, key: String, value: String)
      case vendor(String)
      case module(vendor: String)
      case namespace(vendor: String)
    }

    let subject: Subject
    let keyNode: JSONNode
    /// The chosen name, where the entry chooses one that can be used.
    let name: String?
    let value: JSONNode
  }

  /// No configuration.
  init() {}

  init(file: String) { self.file = file }

  /// Returns an error at a node of the file.
  func error(_ message: String, at node: JSONNode) -> Diagnostic {
    Diagnostic(.error, file: file, place: node.place, pointer: node.pointer, message: message)
  }

  /// Reads the configuration of a schemas folder, or the one that was asked for, and checks it
  /// against the models; whatever is wrong is in the diagnostics.
  package static func load(
    _ path: String?, _ folder: SchemasFolder, _ models: ModelSet
  ) throws(FileError) -> (Configuration, [Diagnostic]) {
    let chosen = path ?? Paths.join(folder.path, "modelgen.json")
    guard path != nil || Files.kind(chosen) != nil else { return (Configuration(), []) }
    var reader = ConfigurationReader(file: chosen)
    reader.read(try Files.read(chosen))
    let check = ConfigurationCheck(reader.configuration, models)
    return (reader.configuration, (reader.diagnostics + check.diagnostics).inReadingOrder)
  }
}
