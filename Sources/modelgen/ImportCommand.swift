import ModelGenerator
import ModelImport
import ModelSchema
import ToolSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `modelgen import`: documentation pages, catalogue answers and schemas in, model files out.
enum ImportCommand: Command {
  static let spec = CommandSpec(
    name: "import", summary: "Create model files from documentation pages, catalogues and schemas.",
    operands: "<source>…", operandCount: 1...Int.max,
    arguments: [
      .init("<source>", "A file or folder to import, or - for standard input.")
    ],
    options: [
      .value("schemas", "folder", "Write the model files to this folder. (default: schemas)"),
      .flag("dry-run", "Write nothing; list the files that would change."),
      .value("id", "id", "Use this model ID for bare schemas."),
      .value("source", "text", "Record this source. (default: the names of the files)"),
      .value("retrieved", "date", "Record this date, such as 2026-11-20. (default: today)"),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws(CommandFailure) -> ExitCode
  {
    let schemas = arguments.value("schemas") ?? "schemas"
    var worst = ExitCode.done
    let sources = sources(arguments, schemas, console, &worst)
    let result = ModelImporter.read(
      sources, retrieved: try date(arguments.value("retrieved")))
    let plan = ImportPlan(result, existing: try existing(in: schemas))
    let diagnostics = result.diagnostics + plan.diagnostics
    console.report(diagnostics.inReadingOrder)
    if worst == .done, diagnostics.contains(where: { $0.severity == .error }) { worst = .badInput }
    var failures: [String] = []
    for entry in plan.entries {
      let path = Paths.join(schemas, entry.path)
      do throws(FileError) {
        if !arguments.has("dry-run") { try write(entry, to: path) }
        console.out(Printable.line(line(for: entry, path)))
      } catch {
        failures.append(error.description)
      }
    }
    guard failures.isEmpty else {
      throw CommandFailure(.cannotWrite, failures.joined(separator: "\n"))
    }
    return worst
  }

  /// Everything that can be read; what can't be is reported and keeps no other source back.
  private static func sources(
    _ arguments: ParsedArguments, _ schemas: String, _ console: Console, _ worst: inout ExitCode
  ) -> [ImportSource] {
    var sources: [ImportSource] = []
    for path in arguments.operands {
      do throws(FileError) {
        let isInput = path == "-"
        let bytes = try isInput ? Files.readStandardInput() : Files.read(path)
        let file = ModelFile(
          path: path, relativePath: ModelFile.relativePath(of: path, below: schemas), bytes: bytes)
        sources.append(
          ImportSource(
            path: isInput ? "standard input" : path, bytes: bytes,
            origin: arguments.value("source"), modelID: arguments.value("id") ?? file.pathID))
      } catch {
        console.error("modelgen import: error: \(error.description)")
        worst = error.isMissing ? .inputMissing : .badInput
      }
    }
    return sources
  }

  /// The model files of the folder; none where there is no folder yet. One that can't be read
  /// stands in the list without its bytes, so that nothing is written over it.
  private static func existing(in schemas: String) throws(CommandFailure) -> [ModelFile] {
    guard Files.isFolder(schemas) else { return [] }
    do {
      return try Files.list(schemas, listsFolder: ModelFile.isModelFile).compactMap { name in
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard ModelFile.isModelFile(named: last) else { return nil }
        let path = Paths.join(schemas, name)
        return (try? ModelFile(reading: path, relativePath: name))
          ?? ModelFile(path: path, relativePath: name, bytes: [])
      }
    } catch {
      throw CommandFailure(.inputMissing, error.description)
    }
  }

  private static func write(
    _ entry: ImportPlan.Entry, to path: String
  ) throws(FileError) {
    switch entry.status {
    case .new: try FileChange(path: path, kind: .create(entry.bytes)).apply()
    case .changed: try FileChange(path: path, kind: .replace(entry.bytes)).apply()
    case .unchanged, .conflict: break
    }
  }

  private static func line(for entry: ImportPlan.Entry, _ path: String) -> String {
    switch entry.status {
    case .new: "new \(path)"
    case .changed(let changes): "changed \(path): \(changes.joined(separator: ", "))"
    case .unchanged: "unchanged \(path)"
    case .conflict(let reason): "conflict \(path): \(reason)"
    }
  }

  private static func date(_ given: String?) throws(CommandFailure) -> String {
    guard let given else { return today }
    let pattern = given.utf8.map { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? UInt8(ascii: "0") : byte
    }
    guard pattern.elementsEqual("0000-00-00".utf8) else {
      throw CommandFailure(
        .usage, "--retrieved: expected a date such as 2026-11-20, not \"\(given)\"")
    }
    return given
  }

  /// The date in UTC, so that it doesn't depend on where the tool runs.
  private static var today: String {
    var now = time(nil)
    var parts = tm()
    guard gmtime_r(&now, &parts) != nil else { return "" }
    let fields = [Int(parts.tm_mon) + 1, Int(parts.tm_mday)].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(Int(parts.tm_year) + 1900)-\(fields[0])-\(fields[1])"
  }
}
