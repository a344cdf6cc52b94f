import ModelCore
import ModelSchema

/// What one source says of one model.
struct Candidate: Sendable {
  let id: String
  /// Where the source names the model.
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
  /// Whether the source says that it is in another language than English.
  var isTranslated = false

  init(id: String, at anchor: Anchor) {
    self.id = id
    self.anchor = anchor
  }
}

/// What came of one source.
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
