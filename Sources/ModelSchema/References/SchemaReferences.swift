package import ModelCore

/// Finds what a `$ref` refers to, inside the same document.
package struct SchemaReferences: Sendable {
  /// The reason a reference can't be resolved.
  package struct Failure: Error {
    package let reason: String
  }

  private let root: JSONNode
  let resources: SchemaResources
  /// The members of large objects that references refer to, by pointer. Searching the text for each
  /// would take quadratic time.
  private let definitions: [WireName: JSONNode]

  /// - Parameters:
  ///   - root: What `#` means in a `$ref`.
  ///   - dialect: The dialect of a schema that doesn't name its own with `$schema`; nil means that
  ///     its keywords tell.
  package init(root: JSONNode, dialect: SchemaDialect? = nil) {
    self.root = root
    resources = SchemaResources(root: root, dialect: dialect)
    var definitions: [WireName: JSONNode] = [:]
    for keyword in [Keyword.definitions, .olderDefinitions, .properties] {
      guard let list = root[keyword], list.members.dropFirst(16).contains(where: { _ in true })
      else {
        continue
      }
      for member in list.members {
        definitions[WireName("/\(keyword.word)/\(JSONPointer.escape(member.key))")] = member.value
      }
    }
    self.definitions = definitions
  }

  /// The schema that `reference` names when it stands in `schema`.
  package func target(of reference: String, in schema: JSONNode) throws(Failure) -> JSONNode {
    let base = resources.resource(around: schema).address
    let full = base.resolving(SchemaAddress(reference))
    let fragment = PercentEncoding.decode(full.fragment ?? "")
    guard let resource = resources.resource(at: full) else {
      throw Failure(reason: "\(reference) lies outside the file")
    }
    if !fragment.isEmpty, fragment.utf8.first != UInt8(ascii: "/") {
      guard let node = resources.anchor(fragment, in: full) else {
        throw Failure(reason: "\(reference) names nothing in this file")
      }
      return node
    }
    let isRoot = resource.isSameNode(as: root)
    let found =
      (isRoot ? definitions[WireName(fragment)] : nil) ?? resource.node(at: fragment)
      ?? (isRoot ? root.document.root.node(at: fragment) : nil)
    guard let found else { throw Failure(reason: "\(reference) leads to nothing in this file") }
    return found
  }
}

extension JSONNode {
  /// Returns a Boolean value that indicates whether both are the same node, which its start
  /// identifies in its document.
  func isSameNode(as other: JSONNode) -> Bool {
    document === other.document && byteRange.lowerBound == other.byteRange.lowerBound
  }
}
