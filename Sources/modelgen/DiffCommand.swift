import ModelCore
import ModelDiff
import ModelGenerator
import ModelSchema
import ToolSupport

/// `modelgen diff`: what a new state of the model files means for users of the bindings.
enum DiffCommand: Command {
  static let spec = CommandSpec(
    name: "diff",
    summary: "Compare two versions of model files and report breaking changes.",
    operands: "<old> <new>", operandCount: 2...2,
    arguments: [
      .init("<old>", "The file or folder with the old version."),
      .init("<new>", "The file or folder with the new version."),
    ],
    options: [.flag("json", "Print one JSON document.")])

  static func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
    let (old, new) = (arguments.operands[0], arguments.operands[1])
    for path in [old, new] where Files.kindBehindLinks(path) == nil {
      throw CommandFailure(.inputMissing, "no such file or folder: \(path)")
    }
    guard Files.isFolder(old) == Files.isFolder(new) else {
      throw CommandFailure(.usage, "expected two folders or two files, not one of each")
    }
    var changes: [ModelChange]
    var isSound = true
    if Files.isFolder(old) {
      var before = try ComparedFolder(old, console: console)
      var after = try ComparedFolder(new, console: console)
      let olds = before.models(besides: after)
      changes = SetComparison(olds, after.models(besides: before)).changes
      changes += splits(before, after, changes)
      if before.access == .public, after.access != .public {
        changes.append(.hidden(access: after.access.rawValue))
      }
      isSound = before.isSound && after.isSound
    } else {
      changes = try compareFiles(old, new)
    }
    let report = ChangeReport(changes)
    if arguments.has("json") {
      console.out(json: report.json.prettyText)
    } else {
      for line in report.lines { console.out(Printable.line(line)) }
    }
    if !isSound { return .badInput }
    return report.isBreaking ? .found : .done
  }

  /// Types that models of one vendor shared. Only changes of known values can split them.
  private static func splits(
    _ old: ComparedFolder, _ new: ComparedFolder, _ changes: [ModelChange]
  ) -> [ModelChange] {
    let kinds: Set<ModelChange.Kind> = [
      .valueAdded, .valueRemoved, .nameChanged, .orderChanged, .typeChanged,
    ]
    let vendors = Set(
      changes.filter { kinds.contains($0.kind) }
        .map { WireName(ModelIDParts.vendor(of: $0.model)) })
    guard !vendors.isEmpty else { return [] }
    return TypeSplits.changes(
      old.sharedTypes(ofVendors: vendors), new.sharedTypes(ofVendors: vendors))
  }

  /// Two files are two states of one model. One without an id of its own has the other's.
  private static func compareFiles(
    _ old: String, _ new: String
  ) throws(ModelFilesError) -> [ModelChange] {
    var (before, after) = (try open(old), try open(new))
    if !before.hasOwnID {
      before = try open(old, as: after.id)
    } else if !after.hasOwnID {
      after = try open(new, as: before.id)
    }
    return ModelComparison(try named(before), try named(after)).changes()
      .inOrderOfSeverity
  }

  private static func open(
    _ path: String, as id: String? = nil
  ) throws(ModelFilesError) -> OpenedModelFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file: ModelFile
    do throws(Refusal) {
      file = try ModelFile(reading: path, relativePath: id.map { $0 + ".json" } ?? name)
    } catch {
      throw .unreadable(path, [error.diagnostic])
    }
    let (opened, findings) = ModelReader.open(file)
    guard let opened else { throw .unreadable(path, findings) }
    return opened
  }

  private static func named(
    _ file: OpenedModelFile
  ) throws(ModelFilesError) -> NamedModel {
    let reading = ModelReader.interpret(file)
    guard let model = reading.model,
      let path = TypePaths(ids: [model.id], overrides: NameOverrides())[model.id]
    else { throw .unreadable(file.path, reading.diagnostics) }
    return NamedModel(model, path: path, overrides: NameOverrides())
  }
}
