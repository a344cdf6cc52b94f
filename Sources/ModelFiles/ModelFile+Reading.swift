public import ModelSchema
import ToolSupport

extension ModelFile {
  /// Reads a file; what can't be read is told as a diagnostic.
  public init(reading path: String, relativePath: String?) throws(Refusal) {
    let problem: String
    switch Files.kindBehindLinks(path) {
    case .folder: problem = "this is a folder, not a model file"
    case .other: problem = "this is no regular file"
    case .file, .link, nil:
      do {
        self.init(path: path, relativePath: relativePath, bytes: try Files.read(path))
        return
      } catch {
        problem = error.description
      }
    }
    throw Refusal(path, problem)
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
