import JSONTree

/// Finds what a `$ref` refers to, inside the same document.
struct SchemaReferences: Sendable {
  /// Why a reference leads nowhere.
  struct Failure: Error {
    let reason: String
  }

  private let root: JSONNode
  private let resources: SchemaResources

  init(root: JSONNode) {
    self.root = root
    resources = SchemaResources(root: root)
  }

  /// The schema that `reference` names when it stands in `schema`.
  func target(of reference: String, in schema: JSONNode) throws(Failure) -> JSONNode {
    let base = resources.base(of: schema)
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
    let found =
      resource.node(at: fragment)
      ?? (resource.isSameNode(as: root) ? root.document.root.node(at: fragment) : nil)
    guard let found else { throw Failure(reason: "\(reference) leads to nothing in this file") }
    return found
  }
}

extension JSONNode {
  /// Where it begins tells a value from every other of the same document.
  func isSameNode(as other: JSONNode) -> Bool {
    document === other.document && byteRange.lowerBound == other.byteRange.lowerBound
  }
}
