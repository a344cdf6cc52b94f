import ModelCore
import ModelSchema

/// The data about a model in one source.
struct Candidate: Sendable {
  let id: String
  /// The location in the source that names the model.
  let anchor: Anchor
  var title = ""
  var description = ""
  var example: JSONNode?
  var input: JSONNode?
  /// Without the `{"output": …}` that pages print around it.
  var output: JSONNode?
  /// Keys of a model file that mean nothing here, kept as they are.
  var extras: [JSONMember] = []
  /// As a model file says it; nil elsewhere.
  var source: String?
  var retrieved: String?
  /// A Boolean value that indicates whether the source declares a language other than English.
  var isTranslated = false

  init(id: String, at anchor: Anchor) {
    self.id = id
    self.anchor = anchor
  }
}

/// The result of reading one source.
struct SourceReading: Sendable {
  var candidates: [Candidate] = []
  var diagnostics: [Diagnostic] = []

  mutating func add(
    _ severity: Diagnostic.Severity, _ message: String, at anchor: Anchor, fix: String = "",
    pointer: String = ""
  ) {
    diagnostics.append(anchor.diagnostic(severity, message, fix: fix, pointer: pointer))
  }
}
