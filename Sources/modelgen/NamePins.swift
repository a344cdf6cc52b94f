import ModelCore
import ModelGenerator
import ModelSchema
import ToolSupport

/// Writes the present names of models into `modelgen.json`, so that nothing that comes later can
/// take them.
struct NamePins {
  private let models: ModelSet
  private let overrides: NameOverrides
  private let paths: TypePaths

  init(_ models: ModelSet, _ overrides: NameOverrides) {
    self.models = models
    self.overrides = overrides
    paths = TypePaths(ids: models.ids + models.brokenIDs, overrides: overrides)
  }

  /// - Parameters:
  ///   - words: Ids or paths of model files.
  ///   - path: The configuration, whether there is one yet or not.
  /// - Returns: The new text of the configuration; nil where it says all that already.
  func configuration(
    pinning words: [String], in path: String
  ) throws -> [UInt8]? {
    var editor: ConfigurationEditor
    do throws(FileError) {
      editor = ConfigurationEditor(Files.kind(path) == nil ? nil : try Files.read(path))
    } catch {
      throw CommandFailure(.badInput, error.description)
    }
    var isChanged = false
    for word in words {
      guard let entry = models.entry(of: word) else { throw models.failure(toFind: word) }
      guard let model = entry.interpret().model, let type = paths[model.id] else {
        throw ModelFilesError.unreadable(entry.file.path, [])
      }
      do {
        for (path, value) in names(of: model, type) where try editor.add(value, at: path) {
          isChanged = true
        }
      } catch {
        throw CommandFailure(.badInput, "\(path):\(error)")
      }
    }
    return isChanged ? editor.bytes : nil
  }

  /// The names of a model and of its vendor, by where they stand in the configuration.
  private func names(of model: Model, _ type: TypePath) -> [(path: [String], value: JSONValue)] {
    let rows = NameTable(of: model, overrides: overrides).rows
    var own: JSONObject = [:]
    if overrides.model(model.id)?.type == nil, type.components.count > 1 {
      own["type"] = .string(type.components.dropFirst().joined(separator: "."))
    }
    let properties = rows.map { ($0.key, JSONValue.string($0.identifier.plain)) }
    if !properties.isEmpty { own["properties"] = .object(JSONObject(properties)) }
    let values = rows.filter { !$0.values.isEmpty }.map { row in
      (
        row.key,
        JSONValue.object(JSONObject(row.values.map { ($0.value, .string($0.member.plain)) }))
      )
    }
    if !values.isEmpty { own["values"] = .object(JSONObject(values)) }
    let vendor = ModelIDParts.vendor(of: model.id)
    return [
      (["names", model.id], .object(own)),
      (
        ["vendors", vendor],
        ["module": .string(type.module), "namespace": .string(type.components[0])]
      ),
    ]
  }
}

extension String {
  /// A name as it stands in `modelgen.json`.
  fileprivate var plain: String { filter { $0 != "`" } }
}
