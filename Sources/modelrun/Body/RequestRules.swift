import ModelCore
import ModelSchema
import SchemaValidator

/// The rules of a model's schema, without a second problem for a value that is known to be wrong.
///
/// A body is held against them before anything is sent, and once more where the files behind its
/// URLs are looked at.
struct RequestRules: Sendable {
  private let check: BodyCheck
  /// Values that are known to be wrong already, and need no second problem.
  private let known: Set<IssuePath>

  init(_ model: Model, besides problems: [Problem]) {
    check = BodyCheck(model)
    known = Set(problems.map(\.issue.path))
  }

  func verdict(on body: JSONNode, remoteFile: RemoteFileLookup?) -> ValidationReport {
    var verdict = check.verdict(on: body, remoteFile: remoteFile)
    verdict.issues.removeAll { known.contains($0.path) }
    return verdict
  }
}
