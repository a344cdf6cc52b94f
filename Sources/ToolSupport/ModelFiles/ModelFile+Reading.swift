package import ModelSchema

extension ModelFile {
  /// Reads a file and the correction beside it; what can't be read is told as a diagnostic.
  package init(reading path: String, relativePath: String?) throws(Refusal) {
    switch Files.kindBehindLinks(path) {
    case .folder: throw Refusal(path, "this is a folder, not a model file")
    case .other: throw Refusal(path, "this isn't a regular file")
    case .file, .link, nil: break
    }
    if path.hasSuffix(CorrectionFile.ending) {
      throw Refusal(path, "this corrects a model file; give that one instead")
    }
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw Refusal(path, error.description)
    }
    self.init(
      path: path, relativePath: relativePath, bytes: bytes,
      correction: try CorrectionFile(beside: path))
  }

  /// A file that somebody named: below the schemas folder its path stands for its id, elsewhere its
  /// name does.
  package init(named path: String, schemas: String) throws(Refusal) {
    let name = path.split(separator: "/").last.map(String.init)
    try self.init(
      reading: path, relativePath: Self.relativePath(of: path, below: schemas) ?? name)
  }

  /// Returns the path of a file relative to the schemas folder, or `nil` if it is elsewhere.
  package static func relativePath(of path: String, below schemas: String) -> String? {
    func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
    let (file, folder) = (plain(path), plain(schemas.hasSuffix("/") ? schemas : schemas + "/"))
    return file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : nil
  }
}
