import ModelSchema
import ToolSupport

/// The model that the command line names.
enum RequestedModel {
  case described(Model)
  /// Nothing is known of it, and the user wants it so.
  case unknown(id: String)

  var id: String {
    switch self {
    case .described(let model): model.id
    case .unknown(let id): id
    }
  }

  /// - Parameter needsSchema: Without need, a model that has no file is taken by its id.
  static func find(
    _ word: String, schemas: String, needsSchema: Bool
  ) throws -> RequestedModel {
    if LoneModel.isMeant(by: word) {
      return .described(try LoneModel.read(word, schemas: schemas))
    }
    do throws(ModelFilesError) {
      let models = ModelSet(try SchemasFolder(schemas))
      guard let entry = models.entry(of: word) else { throw models.failure(toFind: word) }
      let reading = entry.interpret()
      guard let model = reading.model else {
        throw .unreadable(entry.file.path, reading.diagnostics)
      }
      return .described(model)
    } catch {
      guard error.isMissing else { throw error }
      guard needsSchema else { return .unknown(id: word) }
      let failure = CommandFailure(describing: error)
      let advice = "\nTo run a model without a model file, use --no-validate."
      throw CommandFailure(failure.code, failure.message + advice)
    }
  }
}
