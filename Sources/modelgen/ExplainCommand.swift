import JSONTree
import ModelSchema
import SwiftBindings
import ToolSupport

/// `modelgen explain`: a model's parameters, their rules, and how to call it from Swift.
enum ExplainCommand: Command {
  static let spec = CommandSpec(
    name: "explain", summary: "Shows a model's parameters, their rules and the Swift call.",
    operands: "<model>", operandCount: 1...1,
    options: [
      .value("schemas", "folder", "the model files (default: schemas)"),
      .flag("json", "print one JSON document"),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws(CommandFailure) -> ExitCode
  {
    let (model, path, table) = try load(arguments, console)
    if arguments.has("json") {
      console.out(json(model, path, table).prettyText)
    } else {
      for line in text(model, path, table) { console.out(line) }
    }
    return .done
  }

  private static func load(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(CommandFailure) -> (Model, TypePath, NameTable) {
    let word = arguments.operands[0]
    let schemas = arguments.value("schemas") ?? "schemas"
    if word.hasSuffix(".json"), !word.hasPrefix(schemas + "/"), Files.exists(word) {
      return try loadFile(word)
    }
    let catalog = try NamedModels(schemas, console: console)
    let entry = try catalog.entry(of: word)
    var models = catalog.models
    guard let model = models.interpret(entry), let path = catalog.paths[model.id] else {
      for diagnostic in models.diagnostics { console.error(diagnostic.description) }
      throw CommandFailure(.badInput, "\(entry.file.path) can't be read as a model")
    }
    return (model, path, NameTable(of: model, overrides: catalog.overrides))
  }

  private static func loadFile(_ path: String) throws(CommandFailure) -> (
    Model, TypePath, NameTable
  ) {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw CommandFailure(.inputMissing, error.description)
    }
    let reading = ModelReader.read(ModelFile(path: path, relativePath: nil, bytes: bytes))
    guard let model = reading.model,
      let typePath = TypePaths(ids: [model.id], overrides: NameOverrides())[model.id]
    else {
      throw CommandFailure(
        .badInput, reading.diagnostics.map(\.description).joined(separator: "\n"))
    }
    return (model, typePath, NameTable(of: model))
  }

  private static func text(_ model: Model, _ path: TypePath, _ table: NameTable) -> [String] {
    var lines = [model.id]
    lines += [model.title, model.description].filter { !$0.isEmpty }
    lines += ["", "Swift: \(path.dotted) in \(path.module)", "", "Parameters:"]
    for (property, row) in zip(model.input.properties, table.rows) {
      let need = property.isRequired ? "required" : "optional"
      lines.append("  \(property.key)  \(need), \(row.identifier): \(row.type)")
      for text in [property.title, property.description] where !text.isEmpty {
        lines.append("      \(text)")
      }
      if !property.facts.isEmpty {
        lines.append("      \(property.facts.joined(separator: " · "))")
      }
      for (value, member) in row.values {
        lines.append("      .\(member)  \(value)")
      }
    }
    for key in model.input.undescribedRequired {
      lines.append("  \(key)  required, but not described by the schema: extraFields[\"\(key)\"]")
    }
    return lines + ["", "Call:"] + SwiftCall.text(model, path, table).map { "  " + $0 }
  }

  private static func json(_ model: Model, _ path: TypePath, _ table: NameTable) -> JSONValue {
    let parameters = zip(model.input.properties, table.rows).map { property, row -> JSONValue in
      var object: JSONObject = [
        "key": .string(property.key), "name": .string(row.identifier), "type": .string(row.type),
        "required": .bool(property.isRequired), "title": .string(property.title),
        "description": .string(property.description),
        "rules": .array(property.facts.map { .string($0) }),
      ]
      if !row.values.isEmpty {
        object["values"] = .array(
          row.values.map { ["value": .string($0.value), "member": .string($0.member)] })
      }
      if let value = property.defaultValue { object["default"] = JSONValue(value) }
      return .object(object)
    }
    return [
      "model": .string(model.id), "title": .string(model.title),
      "description": .string(model.description), "module": .string(path.module),
      "type": .string(path.dotted), "parameters": .array(parameters),
      "call": .string(SwiftCall.text(model, path, table).joined(separator: "\n")),
    ]
  }
}
