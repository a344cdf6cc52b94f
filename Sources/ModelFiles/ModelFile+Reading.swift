public import ModelSchema
import ToolSupport

extension ModelFile {
  /// Reads a file and the correction beside it; what can't be read is told as a diagnostic.
  public init(reading path: String, relativePath: String?) throws(Refusal) {
    switch Files.kindBehindLinks(path) {
    case .folder: throw Refusal(path, "this is a folder, not a model file")
    case .other: throw Refusal(path, "this is no regular file")
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
  public init(named path: String, schemas: String) throws(Refusal) {
    func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
    let (file, folder) = (plain(path), plain(schemas.hasSuffix("/") ? schemas : schemas + "/"))
    let name = file.split(separator: "/").last.map(String.init)
    let relative = file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : name
    try self.init(reading: path, relativePath: relative)
  }
}
