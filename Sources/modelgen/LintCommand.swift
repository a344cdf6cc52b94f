import ModelCore
import ModelSchema
import SchemaValidator
import ToolSupport

/// `modelgen lint`: reports problems in model files.
enum LintCommand: Command {
  static let spec = CommandSpec(
    name: "lint", summary: "Report problems in model files.",
    operands: "[<file>]…", operandCount: 0...Int.max,
    arguments: [
      .init("<file>", "A model file. (default: all in the schemas folder)")
    ],
    options: [
      .value("schemas", "folder", "Read the model files in this folder. (default: schemas)"),
      .flag("strict", "Exit with 1 if there is any problem."),
      .flag("json", "Print one JSON document."),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
    let schemas = arguments.value("schemas") ?? "schemas"
    var report = Report()
    if arguments.operands.isEmpty { try report.lint(folder: schemas) }
    for path in arguments.operands {
      if Files.isFolder(path) {
        try report.lint(folder: path)
      } else {
        report.lint(file: path, schemas: schemas)
      }
    }
    let diagnostics = report.diagnostics.inReadingOrder
    if arguments.has("json") {
      console.out(json: json(diagnostics, files: report.count))
    } else {
      console.report(diagnostics)
    }
    if report.isFileMissing { return .inputMissing }
    if diagnostics.contains(where: { $0.severity == .error }) { return .badInput }
    return arguments.has("strict") && !diagnostics.isEmpty ? .found : .done
  }

  /// The problems found, file by file.
  private struct Report {
    var diagnostics: [Diagnostic] = []
    var count = 0
    var isFileMissing = false

    mutating func lint(folder: String) throws(ModelFilesError) {
      let models = ModelSet(try SchemasFolder(folder))
      count += models.entries.count + models.brokenSources.count
      diagnostics += models.diagnostics
      diagnostics += models.entries.concurrentMap { entry in
        let reading = entry.interpret()
        return reading.diagnostics + Self.samples(reading, entry.opened)
      }.flatMap(\.self)
    }

    mutating func lint(file path: String, schemas: String) {
      count += 1
      do throws(Refusal) {
        let file = try ModelFile(named: path, schemas: schemas)
        let (opened, findings) = ModelReader.open(file)
        diagnostics += findings
        guard let opened else { return }
        let reading = ModelReader.interpret(opened)
        diagnostics += reading.diagnostics + Self.samples(reading, opened)
      } catch {
        diagnostics.append(error.diagnostic)
        isFileMissing = isFileMissing || Files.kind(path) == nil
      }
    }

    private static func samples(
      _ reading: ModelReading, _ file: OpenedModelFile
    ) -> [Diagnostic] {
      reading.model.map { SampleLint.warnings(about: $0, in: file) } ?? []
    }
  }

  private static func json(_ diagnostics: [Diagnostic], files: Int) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.beginObject()
    writer.key("files")
    writer.value(files)
    writer.key("diagnostics")
    writer.beginArray()
    for diagnostic in diagnostics { writer.value(diagnostic.json) }
    writer.endArray()
    writer.endObject()
    return writer.text
  }
}

extension Diagnostic {
  var json: JSONObject {
    var object: JSONObject = ["severity": .string(severity.rawValue), "file": .string(file)]
    if let place {
      object["line"] = .number(JSONNumber(place.line))
      object["column"] = .number(JSONNumber(place.column))
    }
    object["pointer"] = .string(pointer)
    object["message"] = .string(message)
    if !fix.isEmpty { object["fix"] = .string(fix) }
    return object
  }
}
