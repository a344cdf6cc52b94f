import ModelRuntime
import ToolSupport

/// The folders for the files of a batch, by a template.
struct BatchFolders: Sendable {
  static let fields = ["key", "line", "model"]

  let folder: String
  /// Such as `{model}/{line}`, or `nil` for the line's own key, else its number.
  let template: String?

  init(_ folder: String, template: String?) throws(CommandFailure) {
    (self.folder, self.template) = (folder, template)
    guard let template else { return }
    var rest = template
    for field in BatchFolders.fields { rest = rest.replacing("{\(field)}", with: "") }
    guard !rest.contains("{"), !rest.contains("}") else {
      throw CommandFailure(
        .usage, "--folders: expected {key}, {line} and {model} as the fields of the template")
    }
  }

  /// Returns the folder for the files of a line.
  func path(for line: BatchLine) -> String {
    let standard = line.hasOwnKey ? "{key}" : "{line}"
    let names = (template ?? standard).split(separator: "/").map { part in
      BatchFolders.safe(
        String(part).replacing("{line}", with: "\(line.number)").replacing("{key}", with: line.key)
          .replacing("{model}", with: line.request.modelID.rawValue))
    }
    return ([folder] + names).joined(separator: "/")
  }

  /// Returns a name that is safe in every file system. Different texts have different names.
  private static func safe(_ text: String) -> String {
    let name = String(
      text.prefix(100).map { character in
        character.isASCII && (character.isLetter || character.isNumber)
          || "-_.+=@,".contains(character) ? character : "-"
      })
    if name == text, !name.hasPrefix(".") { return name }
    let digest = BodyDigest.text(of: Array(text.utf8)).suffix(8)
    return "\(name.drop { $0 == "." })-\(digest)"
  }
}
