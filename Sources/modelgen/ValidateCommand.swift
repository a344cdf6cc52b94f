import ModelCore
import ModelSchema
import SchemaValidator
import ToolSupport

/// `modelgen validate`: a request body held against a model's schema.
enum ValidateCommand: Command {
  static let spec = CommandSpec(
    name: "validate", summary: "Validate a request body against a model's schema.",
    operands: "<model> [<file>|-]", operandCount: 1...2,
    arguments: [
      .init("<model>", "The ID of the model."),
      .init("<file>", "The file with the request body. (default: standard input)"),
    ],
    options: [
      .value("schemas", "folder", "Read the model files in this folder. (default: schemas)"),
      .flag("probe", "Inspect local media files that the body names."),
      .flag("json", "Print one JSON document."),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
    let model = try ModelFinder.find(
      arguments.operands[0], schemas: arguments.value("schemas") ?? "schemas", console: console
    ).model
    let path = arguments.operands.count > 1 ? arguments.operands[1] : "-"
    let text = try BodyText(reading: path)
    let document = try text.parse()
    console.report(document.duplicateKeys.map { warning(about: $0, in: text.origin) })
    let body = document.root
    let verdict =
      arguments.has("probe")
      ? BodyCheck(model).check(body, localFile: LocalFile.facts)
      : BodyCheck(model).check(body)
    if arguments.has("json") {
      console.out(json: verdict.json(model: model.id).prettyText)
    } else {
      for line in verdict.lines(model: model.id) { console.out(line) }
    }
    return verdict.isValid ? .done : .found
  }

  /// Returns a warning about a duplicate key, of which services may take another value.
  private static func warning(about duplicate: JSONDuplicateKey, in file: String) -> Diagnostic {
    Diagnostic(
      .warning, file: file, place: duplicate.place,
      pointer: duplicate.object + "/" + JSONPointer.escape(duplicate.key),
      message:
        "duplicate key \(ValueText.quoted(duplicate.key)); only the last value is checked",
      fix: "the first is at line \(duplicate.first.line), column \(duplicate.first.column)")
  }
}
