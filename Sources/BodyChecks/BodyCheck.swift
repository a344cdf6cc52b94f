package import JSONTree
import MediaProbe
package import ModelSchema
package import SchemaRules

/// The whole check of a request body for which there are no bindings: the schema to the letter, and
/// the rules on media files whose bytes are at hand.
package struct BodyCheck: Sendable {
  /// What came of a check.
  package typealias Verdict = ValidationReport

  private let schema: SchemaCheck
  private let input: ObjectShape

  package init(_ model: Model) {
    schema = SchemaCheck(schema: model.inputSchema, root: model.inputSchema)
    input = model.input
  }

  /// Checks a body.
  ///
  /// - Parameters:
  ///   - body: The request's body.
  ///   - localFile: What is known of a file that the body names by a path, or nil if there is no
  ///     such file. Without it a path is no usable reference.
  ///   - remoteFile: What is known of a file that the body names by URL.
  package func check(
    _ body: JSONNode, localFile: ((String) -> MediaFacts?)? = nil,
    remoteFile: RemoteFileLookup? = nil
  ) -> Verdict {
    var issues = ValidationIssues(listsUnchecked: true)
    schema.check(body, into: &issues)
    var verdict = Verdict(issues: issues.issues, unchecked: issues.unchecked)
    MediaWalk(localFile: localFile, remoteFile: remoteFile)
      .walk(body, .object(input), [], &verdict)
    return verdict
  }

  package func verdict(on body: JSONNode, remoteFile: RemoteFileLookup?) -> Verdict {
    check(body, remoteFile: remoteFile)
  }
}

/// Finds the media references of a body and looks at the files.
private struct MediaWalk {
  let localFile: ((String) -> MediaFacts?)?
  let remoteFile: RemoteFileLookup?

  func walk(
    _ node: JSONNode, _ shape: Shape, _ path: [IssueStep], _ verdict: inout BodyCheck.Verdict
  ) {
    switch shape {
    case .media(let media): check(node, media, IssuePath(path), &verdict)
    case .array(let array):
      for (index, element) in node.elements.enumerated() {
        walk(element, array.item, path + [.index(index)], &verdict)
      }
    case .object(let object):
      let members = node.membersByKey
      for property in object.properties {
        guard let value = members[WireName(property.key)] else { continue }
        walk(value, property.shape, path + [.key(property.key)], &verdict)
      }
    default: break
    }
  }

  private func check(
    _ node: JSONNode, _ media: MediaShape, _ path: IssuePath, _ verdict: inout BodyCheck.Verdict
  ) {
    guard let text = node.string, let facts = facts(text, media) else { return }
    // A file that is there is a usable reference for whoever asked for files to be looked at.
    verdict.issues.removeAll {
      $0.path == path && $0.rule == .format && $0.value != "" && !isData(text)
    }
    let names = Set(media.rules.map(\.rule))
    verdict.unchecked.removeAll { $0.path == path && names.contains($0.rule.rawValue) }
    var found = ValidationIssues(listsUnchecked: true)
    found.check(facts, rules: media.rules, at: nil)
    verdict.issues += found.issues.map { issue in
      var issue = issue
      issue.path = path
      return issue
    }
    verdict.unchecked += found.unchecked.map { rule in
      UncheckedRule(path: path, rule: rule.rule, reason: rule.reason)
    }
  }

  private func isData(_ text: String) -> Bool {
    if case .data = MediaReference(text) { true } else { false }
  }

  private func facts(_ text: String, _ media: MediaShape) -> MediaFacts? {
    switch MediaReference(text) {
    case .url: media.rules.contains(where: \.isUnderstood) ? remoteFile?(text) : nil
    case .data: DataURI.bytes(of: text).map { MediaProbe.facts(of: $0) }
    case .other: localFile?(text)
    }
  }
}
