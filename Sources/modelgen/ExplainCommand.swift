import ModelCore
import ModelGenerator
import ModelSchema
import ToolSupport

/// `modelgen explain`: a model's parameters, their rules, and how to call it from Swift.
enum ExplainCommand: Command {
  static let spec = CommandSpec(
    name: "explain", summary: "Show a model's parameters, their rules and the Swift call.",
    operands: "<model>", operandCount: 1...1, arguments: [.init("<model>", "The ID of the model.")],
    options: [
      .value("schemas", "folder", "Read the model files in this folder. (default: schemas)"),
      .flag("json", "Print one JSON document."),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
    let found = try ModelFinder.find(
      arguments.operands[0], schemas: arguments.value("schemas") ?? "schemas", console: console)
    let (model, path) = (found.model, found.path)
    let table = NameTable(of: model, overrides: found.overrides)
    let chosen = ChosenNames(of: model, found.overrides)
    if arguments.has("json") {
      console.out(json: json(model, path, table, chosen).prettyText)
    } else {
      for line in text(model, path, table, chosen) { console.out(line) }
    }
    return .done
  }

  private static func text(
    _ model: Model, _ path: TypePath, _ table: NameTable, _ chosen: ChosenNames
  ) -> [String] {
    var lines = [model.id]
    lines += [model.title, model.description].filter { !$0.isEmpty }
    if let correction = model.correction {
      let source = correction.source.isEmpty ? "" : " (\(correction.source))"
      lines.append("Corrected by \(correction.file): \(correction.reason)\(source)")
    }
    lines += ["", "Swift: \(path.dotted) in \(path.module)"]
    if !chosen.lines.isEmpty {
      lines += ["", "Names from modelgen.json:"] + chosen.lines.map { "  " + $0 }
    }
    lines += ["", "Parameters:"]
    for (property, row) in parameters(model, table) {
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
    let rules = rules(model)
    if !rules.isEmpty { lines += ["", "Rules of the request:"] + rules.map { "  " + $0 } }
    return lines + ["", "Call:"] + SwiftCall.text(model, path, table).map { "  " + $0 }
  }

  /// In the order of the initializer.
  private static func parameters(
    _ model: Model, _ table: NameTable
  ) -> [(property: Property, row: NameTable.Row)] {
    let all = zip(model.input.properties, table.rows).map { (property: $0, row: $1) }
    return all.filter { !$0.row.isOptional } + all.filter(\.row.isOptional)
  }

  /// The known values as the service takes them.
  private static func values(in shape: Shape) -> [JSONValue] {
    switch shape {
    case .array(let array): values(in: array.item)
    case .knownValues(.strings(let values)): values.map { .string($0) }
    case .knownValues(.integers(let values)): values.map { .number(JSONNumber($0)) }
    case .knownValues(.numbers(let values)): values.map { .number($0) }
    default: []
    }
  }

  /// The rules of the request as a whole, in words.
  private static func rules(_ model: Model) -> [String] {
    model.input.keyRules.map(\.fact)
      + model.uncheckedRules.map { "Not validated locally: `\($0)`" }
  }

  private static func json(
    _ model: Model, _ path: TypePath, _ table: NameTable, _ chosen: ChosenNames
  ) -> JSONValue {
    let parameters = parameters(model, table).map { property, row -> JSONValue in
      var object: JSONObject = [
        "key": .string(property.key), "name": .string(row.identifier), "type": .string(row.type),
        "required": .bool(property.isRequired), "title": .string(property.title),
        "description": .string(property.description),
        "rules": .array(property.facts.map { .string($0) }),
      ]
      if !row.values.isEmpty {
        object["values"] = .array(
          zip(values(in: property.shape), row.values).map {
            ["value": $0, "member": .string($1.member)]
          })
      }
      if let value = property.defaultValue { object["default"] = JSONValue(value) }
      return .object(object)
    }
    var explanation: JSONObject = [
      "model": .string(model.id), "title": .string(model.title),
      "description": .string(model.description), "module": .string(path.module),
      "type": .string(path.dotted), "parameters": .array(parameters),
      "call": .string(SwiftCall.text(model, path, table).joined(separator: "\n")),
    ]
    let rules = rules(model)
    if !rules.isEmpty { explanation["rules"] = .array(rules.map { .string($0) }) }
    if let correction = model.correction {
      explanation["correction"] = [
        "reason": .string(correction.reason), "source": .string(correction.source),
        "file": .string(correction.file),
      ]
    }
    if !chosen.lines.isEmpty {
      explanation["chosenNames"] = .array(chosen.lines.map { .string($0) })
    }
    return .object(explanation)
  }
}
