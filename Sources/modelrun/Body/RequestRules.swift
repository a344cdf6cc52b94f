import BodyChecks
import JSONTree
import ModelSchema
import SchemaRules

/// What a model's schema says of a body, with advice where a value is nearly right.
///
/// A body is held against them before anything is sent, and once more where the files behind its
/// URLs are looked at.
struct RequestRules: Sendable {
  private let check: BodyCheck
  private let input: ObjectShape
  /// Values that are known to be wrong already, and need no second problem.
  private let known: Set<IssuePath>

  init(_ model: Model, besides problems: [Problem]) {
    check = BodyCheck(model)
    input = model.input
    known = Set(problems.map(\.issue.path))
  }

  func verdict(on body: JSONNode, remoteFile: RemoteFileLookup?) -> ValidationReport {
    var verdict = check.verdict(on: body, remoteFile: remoteFile)
    verdict.issues = verdict.issues.filter { !known.contains($0.path) }
      .map { PublishedAdvice.added(to: $0, input, body: body) }
    return verdict
  }
}
