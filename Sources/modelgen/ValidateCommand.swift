import JSONTree
import MediaProbe
import ModelSchema
import SchemaRules
import ToolSupport

/// `modelgen validate`: a request body held against a model's schema.
enum ValidateCommand: Command {
  static let spec = CommandSpec(
    name: "validate", summary: "Checks a request body against a model's schema.",
    operands: "<model> [<file>|-]", operandCount: 1...2,
    options: [
      .value("schemas", "folder", "the model files (default: schemas)"),
      .flag("probe", "look into local files that the body names"),
      .flag("json", "print one JSON document"),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws(CommandFailure) -> ExitCode
  {
    let model = try ModelFinder.find(
      arguments.operands[0], schemas: arguments.value("schemas") ?? "schemas", console: console
    ).model
    let body = try readBody(arguments.operands.count > 1 ? arguments.operands[1] : "-")
    let verdict =
      arguments.has("probe")
      ? BodyCheck(model).check(body, localFile: LocalFile.facts)
      : BodyCheck(model).check(body)
    if arguments.has("json") {
      console.out(json(verdict, model: model.id).prettyText)
    } else {
      for line in text(verdict, model: model.id) { console.out(line) }
    }
    return verdict.isValid ? .done : .found
  }

  private static func readBody(_ path: String) throws(CommandFailure) -> JSONNode {
    let bytes: [UInt8]
    do {
      bytes = path == "-" ? try Files.readStandardInput() : try Files.read(path)
    } catch {
      throw CommandFailure(error.isMissing ? .inputMissing : .badInput, error.description)
    }
    do {
      return try JSONDocument(parsing: bytes).root
    } catch {
      throw CommandFailure(.badInput, "\(path == "-" ? "standard input" : path):\(error)")
    }
  }

  private static func text(_ verdict: BodyCheck.Verdict, model: String) -> [String] {
    let count = verdict.issues.count == 1 ? "1 problem" : "\(verdict.issues.count) problems"
    let head = verdict.isValid ? "\(model): the body is valid" : "\(model): \(count)"
    return [head] + verdict.issues.map { "  \($0)" } + verdict.unchecked.map { "  \($0)" }
  }

  private static func json(_ verdict: BodyCheck.Verdict, model: String) -> JSONValue {
    [
      "model": .string(model), "valid": .bool(verdict.isValid),
      "issues": .array(
        verdict.issues.map { issue in
          [
            "path": .string(issue.path.pointer), "rule": .string(issue.rule.rawValue),
            "message": .string(issue.message),
          ]
        }),
      "unchecked": .array(
        verdict.unchecked.map { rule in
          [
            "path": .string(rule.path.pointer), "rule": .string(rule.rule.rawValue),
            "message": .string(rule.reason),
          ]
        }),
    ]
  }
}
