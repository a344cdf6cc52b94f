import MediaProbe
@_spi(Generated) package import ModelCore
package import ModelSchema

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Validates request bodies of models without bindings: full JSON Schema validation, and the rules
/// on media files whose bytes are available.
package struct BodyCheck: Sendable {
  /// The result of a check.
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
  ///     such file. Without it, a path isn't a valid reference.
  ///   - remoteFile: What is known of a file that the body names by URL.
  package func check(
    _ body: JSONNode, localFile: ((String) -> MediaFacts?)? = nil,
    remoteFile: RemoteFileLookup? = nil
  ) -> Verdict {
    var issues = ValidationIssues(listsUnchecked: true)
    schema.check(body, into: &issues)
    MediaWalk(localFile: localFile, remoteFile: remoteFile, issues)
      .walk(body, .object(input), at: nil, &issues)
    return Verdict(issues: issues.issues, unchecked: issues.unchecked)
  }

  package func verdict(on body: JSONNode, remoteFile: RemoteFileLookup?) -> Verdict {
    check(body, remoteFile: remoteFile)
  }
}

/// Finds the media references of a body and looks at the files.
private struct MediaWalk {
  let localFile: ((String) -> MediaFacts?)?
  let remoteFile: RemoteFileLookup?
  /// The places that the schema had something to say about.
  private let reported: Set<IssuePath>

  init(
    localFile: ((String) -> MediaFacts?)?, remoteFile: RemoteFileLookup?, _ issues: ValidationIssues
  ) {
    self.localFile = localFile
    self.remoteFile = remoteFile
    reported = Set(issues.issues.map(\.path) + issues.unchecked.map(\.path))
  }

  func walk(
    _ node: JSONNode, _ shape: Shape, at step: IssueStep?, _ issues: inout ValidationIssues
  ) {
    if issues.isFull { return }
    switch shape {
    case .media(let media): check(node, media, at: step, &issues)
    case .array(let array):
      inside(step, &issues) { issues in
        for (index, element) in node.elements.enumerated() {
          walk(element, array.item, at: .index(index), &issues)
        }
      }
    case .object(let object):
      inside(step, &issues) { issues in
        let members = node.membersByKey
        for property in object.properties {
          guard let value = members[WireName(property.key)] else { continue }
          walk(value, property.shape, at: .key(property.key), &issues)
        }
      }
    default: break
    }
  }

  private func inside(
    _ step: IssueStep?, _ issues: inout ValidationIssues, _ body: (inout ValidationIssues) -> Void
  ) {
    if let step { issues.nested(at: step, body) } else { body(&issues) }
  }

  private func check(
    _ node: JSONNode, _ media: MediaShape, at step: IssueStep?, _ issues: inout ValidationIssues
  ) {
    guard let text = node.string, let facts = facts(text, media) else { return }
    let path = issues.path(to: step)
    if reported.contains(path) {
      // A file that is there is a usable reference for whoever asked for files to be looked at.
      if !isData(text) {
        issues.removeIssues { $0.path == path && $0.rule == .format && $0.value != "" }
      }
      let names = Set(media.rules.map(\.rule))
      issues.removeUnchecked { $0.path == path && names.contains($0.rule.rawValue) }
    }
    issues.check(facts, rules: media.rules, at: step)
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

/// The facts about a media file on disk, from as few of its bytes as possible.
package enum LocalFile {
  /// Nil where there is no such file.
  package static func facts(_ path: String) -> MediaFacts? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return MediaProbe.facts(byteCount: Int(status.st_size)) { range in
      [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
        count = max(0, pread(descriptor, buffer.baseAddress, range.count, off_t(range.lowerBound)))
      }
    }
  }
}
