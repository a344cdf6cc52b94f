package import ModelSchema

/// The model files of a folder, read from disk.
package struct SchemasFolder: Sendable {
  package let path: String
  package let files: [ModelFile]
  /// Files that could not be read, without their bytes, and why.
  package let unreadable: [ModelFile]
  package let diagnostics: [Diagnostic]
  /// A Boolean value that indicates whether there are corrections without a model file.
  package let hasStrayCorrections: Bool

  /// Reads every model file, in the order of their paths.
  ///
  /// - Parameter isModelFile: Tells by its name whether a file holds a model, for folders in which
  ///   there are other JSON files too.
  package init(
    _ path: String, where isModelFile: @escaping (String) -> Bool = ModelFile.isModelFile
  ) throws(ModelFilesError) {
    self.path = path
    let names: [String]
    do {
      names = try Files.list(path, listsFolder: isModelFile)
    } catch {
      throw error.isMissing ? .noFolder(path) : .folder(error)
    }
    var files: [ModelFile] = []
    var unreadable: [ModelFile] = []
    var diagnostics: [Diagnostic] = []
    for name in names where isModelFile(SchemasFolder.fileName(name)) {
      let filePath = Paths.join(path, name)
      do throws(Refusal) {
        files.append(try ModelFile(reading: filePath, relativePath: name))
      } catch {
        diagnostics.append(error.diagnostic)
        unreadable.append(ModelFile(path: filePath, relativePath: name, bytes: []))
      }
    }
    guard !files.isEmpty || !unreadable.isEmpty else {
      throw .noModelFiles(folder: path)
    }
    let strays = CorrectionFile.strays(
      among: names, modelFiles: names.filter { isModelFile(SchemasFolder.fileName($0)) },
      in: path)
    self.files = files
    self.unreadable = unreadable
    self.diagnostics = diagnostics + strays
    hasStrayCorrections = !strays.isEmpty
  }

  private static func fileName(_ relativePath: String) -> String {
    relativePath.split(separator: "/").last.map(String.init) ?? relativePath
  }
}
