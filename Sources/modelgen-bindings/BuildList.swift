import ModelCore
import ModelGenerator
import ToolSupport

/// The files to generate in a build, as the plugin lists them.
///
/// It comes in a file, since a thousand model files don't fit on a command line.
struct BuildList {
  /// The target's folder.
  let folder: String
  /// The folder for the generated files.
  let output: String
  let places: ChosenPlaces

  init(reading path: String) throws(CommandFailure) {
    let root: JSONNode
    do {
      root = try JSONDocument(parsing: try Files.read(path)).root
    } catch let error as FileError {
      throw CommandFailure(.inputMissing, error.description)
    } catch {
      throw BuildList.spoiled(path)
    }
    guard let folder = root["folder"]?.string, let output = root["output"]?.string,
      let models = root["models"]
    else { throw BuildList.spoiled(path) }
    self.folder = folder
    self.output = output
    places = ChosenPlaces(
      models.elements.compactMap { model in
        guard let source = model["source"]?.string, let file = model["file"]?.string else {
          return nil
        }
        return (source, file)
      })
  }

  private static func spoiled(_ path: String) -> CommandFailure {
    CommandFailure(.badInput, "\(path) is not a list of the plugin's; delete it and build again")
  }
}
