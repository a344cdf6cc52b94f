import ModelCore

/// The addresses that schemas of one document give themselves with `$id`.
///
/// Collected from the places where a schema can stand, and from nowhere else: an `$id` inside an
/// `enum` or an unknown keyword names nothing.
struct SchemaResources: Sendable {
  /// Schemas with an address of their own.
  private var byAddress: [SchemaAddress: JSONNode] = [:]
  /// Schemas with a plain name (`"$id": "#name"`), under the address of what encloses them.
  private var anchors: [SchemaAddress: JSONNode] = [:]
  /// The ranges of schemas with an address, to find the innermost one.
  private var ranges: [(bytes: Range<Int>, address: SchemaAddress)] = []

  /// The address of a document that gives itself none: nothing outside can have it.
  private static var unnamed: SchemaAddress { SchemaAddress("") }

  init(root: JSONNode) {
    byAddress[SchemaResources.unnamed] = root
    // Without an `$id` anywhere, as in every known model, there is nothing to look for.
    guard SchemaResources.mentionsIdentifiers(root) else { return }
    SchemaWalk.visit(root, SchemaResources.unnamed) { schema, base in
      register(schema, base: base)
    }
    ranges.sort { $0.bytes.count < $1.bytes.count }
  }

  /// Returns the base of relative references in a schema. Its own `$id` doesn't count if it has a
  /// `$ref`, which overrides everything beside it.
  func base(of schema: JSONNode) -> SchemaAddress {
    let place = schema.byteRange
    return ranges.first { $0.bytes.contains(place.lowerBound) }?.address ?? SchemaResources.unnamed
  }

  func resource(at address: SchemaAddress) -> JSONNode? { byAddress[address.withoutFragment] }

  func anchor(_ name: String, in address: SchemaAddress) -> JSONNode? {
    var address = address
    address.fragment = name
    return anchors[address]
  }

  private mutating func register(_ schema: JSONNode, base: SchemaAddress) -> SchemaAddress {
    guard schema[.reference]?.string == nil, let text = schema[.id]?.string else { return base }
    let address = base.resolving(SchemaAddress(text))
    if let name = address.fragment, !name.isEmpty {
      if anchors[address] == nil { anchors[address] = schema }
      guard address.withoutFragment != base else { return base }
    }
    let own = address.withoutFragment
    if byAddress[own] == nil { byAddress[own] = schema }
    ranges.append((schema.byteRange, own))
    return own
  }

  private static func mentionsIdentifiers(_ root: JSONNode) -> Bool {
    let marks = Array("$id\"".utf8)
    let bytes = root.document.bytes[root.byteRange]
    var matched = 0
    for byte in bytes {
      matched = byte == marks[matched] ? matched + 1 : byte == marks[0] ? 1 : 0
      if matched == marks.count { return true }
    }
    return false
  }
}
