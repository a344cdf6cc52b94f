import JSONTree
import ModelSchema
import ToolSupport

/// `modelgen lint`: everything that is doubtful about model files.
enum LintCommand: Command {
  static let spec = CommandSpec(
    name: "lint", summary: "Reports everything doubtful about model files.",
    operands: "[file…]", operandCount: 0...10_000,
    options: [
      .value("schemas", "folder", "the model files (default: schemas)"),
      .flag("strict", "exit 1 if there is anything to report"),
      .flag("json", "print one JSON document"),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws(CommandFailure) -> ExitCode
  {
    var diagnostics: [Diagnostic] = []
    let count: Int
    if arguments.operands.isEmpty {
      var models = ModelSet(try SchemasFolder(arguments.value("schemas") ?? "schemas"))
      count = models.entries.count + models.brokenSources.count
      for entry in models.entries { _ = models.interpret(entry) }
      diagnostics = models.diagnostics
    } else {
      count = arguments.operands.count
      for path in arguments.operands { diagnostics += try lint(path, arguments) }
    }
    diagnostics = diagnostics.inReadingOrder
    if arguments.has("json") {
      console.out(json(diagnostics, files: count))
    } else {
      for diagnostic in diagnostics { console.error(diagnostic.description) }
    }
    if diagnostics.contains(where: { $0.severity == .error }) { return .badInput }
    return arguments.has("strict") && !diagnostics.isEmpty ? .found : .done
  }

  private static func lint(
    _ path: String, _ arguments: ParsedArguments
  ) throws(CommandFailure) -> [Diagnostic] {
    do {
      let prefix = (arguments.value("schemas") ?? "schemas") + "/"
      let relative = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
      let file = ModelFile(path: path, relativePath: relative, bytes: try Files.read(path))
      return ModelReader.read(file).diagnostics
    } catch {
      throw CommandFailure(error.isMissing ? .inputMissing : .badInput, error.description)
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

extension [Diagnostic] {
  /// File by file, from top to bottom.
  var inReadingOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
      let (first, second) = (
        a.place ?? SourcePlace(line: 0, column: 0), b.place ?? SourcePlace(line: 0, column: 0)
      )
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
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
