/// A source file of bindings.
package struct EmittedFile: Sendable, Hashable {
  /// The path below the output folder.
  package let path: String
  package let text: String
  /// The declarations and uses of the file, or `nil` for a file that belongs to no model.
  package let record: FileRecord?

  /// Returns the file at a path that somebody else chose.
  package func placed(at path: String) -> EmittedFile {
    EmittedFile(path: path, text: text, record: record)
  }
}

/// The declarations of an emitted file that other files depend on, and those of other files that it
/// depends on.
///
/// A file stays as it is while its model file can't be read. The other files still have to compile
/// with it, so that the generator remembers this about each file that it writes.
package struct FileRecord: Sendable, Hashable {
  /// The path of the model file below the schemas folder.
  package var source: String
  package var model: String
  /// The path of the model's type, from the vendor's namespace on.
  package var type: [String]
  /// The namespaces that the file declares; `nil` if nobody knows.
  package var namespaces: [[String]]?
  /// Value types that the files of other models declare.
  package var sharedTypes: [[String]]

  package init(
    source: String, model: String, type: [String], namespaces: [[String]]?,
    sharedTypes: [[String]]
  ) {
    self.source = source
    self.model = model
    self.type = type
    self.namespaces = namespaces
    self.sharedTypes = sharedTypes
  }
}
