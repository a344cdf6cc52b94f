import ModelCore
import ModelGenerator
import ModelSchema
import ToolSupport

/// `modelgen models`: what models there are, and their Swift types.
enum ModelsCommand: Command {
  static let spec = CommandSpec(
    name: "models", summary: "List the models and their Swift types.",
    options: [
      .value("schemas", "folder", "Read the model files in this folder. (default: schemas)"),
      .flag("json", "Print one JSON document."),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
    let catalog = try NamedModels(arguments.value("schemas") ?? "schemas", console: console)
    let models = catalog.models.entries.sorted { WireName($0.opened.id) < WireName($1.opened.id) }
    if arguments.has("json") {
      let rows = models.map { entry -> JSONValue in
        let path = catalog.paths[entry.opened.id]
        return [
          "model": .string(entry.opened.id), "type": .string(path?.dotted ?? ""),
          "module": .string(path?.module ?? ""), "file": .string(entry.file.path),
        ]
      }
      console.out(json: JSONValue.array(rows).prettyText)
    } else {
      let width = models.map(\.opened.id.count).max() ?? 0
      for entry in models {
        let id = entry.opened.id
        let blanks = String(repeating: " ", count: width - id.count + 2)
        console.out(id + blanks + (catalog.paths[id]?.dotted ?? ""))
      }
    }
    return catalog.isSound ? .done : .badInput
  }
}
