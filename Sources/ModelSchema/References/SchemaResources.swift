package import ModelCore

/// A schema with an address of its own, or the outermost schema.
struct SchemaResource: Sendable {
  /// Its number among the resources of the document; 0 is the outermost schema.
  let number: Int
  let address: SchemaAddress
  let dialect: SchemaDialectChoice
}

/// The addresses that schemas of one document give themselves with `$id`.
///
/// Collected from the places where a schema can stand, and from nowhere else: an `$id` inside an
/// `enum` or an unknown keyword names nothing.
struct SchemaResources: Sendable {
  private let outermost: SchemaResource
  /// Schemas with an address of their own.
  private var byAddress: [SchemaAddress: JSONNode] = [:]
  /// Schemas with a plain name (`$anchor`, or `"$id": "#name"`), under the address of what encloses
  /// them.
  private var anchors: [SchemaAddress: JSONNode] = [:]
  /// The schemas that a `$dynamicRef` with a name may lead to, one for each resource.
  private var dynamicAnchors: [WireName: [SchemaCandidate]] = [:]
  /// The schemas that a `$recursiveRef` may lead to.
  private(set) var recursiveAnchors: [SchemaCandidate] = []
  /// The ranges of schemas with an address, to find the innermost one.
  private var ranges: [(bytes: Range<Int>, resource: SchemaResource)] = []

  /// The address of a document that gives itself none: nothing outside can have it.
  private static var unnamed: SchemaAddress { SchemaAddress("") }

  /// - Parameter dialect: The dialect of schemas that don't name theirs; nil means that the keywords
  ///   tell.
  init(root: JSONNode, dialect: SchemaDialect?) {
    let scan = SchemaTextScan(root)
    let named = root[.schema]?.string.flatMap(SchemaDialectChoice.init(naming:))
    let choice =
      named ?? dialect.map { .named($0) } ?? .inferred(Self.inferredDialect(of: root, scan))
    outermost = SchemaResource(number: 0, address: Self.unnamed, dialect: choice)
    byAddress[Self.unnamed] = root
    // Without an `$id` anywhere, as in every known model, there is nothing to look for.
    guard scan.mentionsIdentifiers else { return }
    SchemaWalk.visit(root, outermost) { schema, resource in
      register(schema, in: resource)
    }
    ranges.sort { $0.bytes.count < $1.bytes.count }
  }

  /// Returns the innermost resource that contains a schema, or is the schema. Its own `$id` doesn't
  /// count if it has a `$ref` that overrides everything beside it.
  func resource(around schema: JSONNode) -> SchemaResource {
    let place = schema.byteRange
    return ranges.first { $0.bytes.contains(place.lowerBound) }?.resource ?? outermost
  }

  /// The dialect of the innermost resource.
  func dialect(of schema: JSONNode) -> SchemaDialectChoice {
    ranges.isEmpty ? outermost.dialect : resource(around: schema).dialect
  }

  func resource(at address: SchemaAddress) -> JSONNode? { byAddress[address.withoutFragment] }

  func anchor(_ name: String, in address: SchemaAddress) -> JSONNode? {
    var address = address
    address.fragment = name
    return anchors[address]
  }

  /// The schemas that have the name as their `$dynamicAnchor`.
  func dynamicAnchors(_ name: String) -> [SchemaCandidate] {
    dynamicAnchors[WireName(name)] ?? []
  }

  /// A Boolean value that indicates whether what a reference leads to depends on the way by which
  /// the schema around it was reached.
  var dependsOnDynamicScope: Bool {
    recursiveAnchors.count > 1 || dynamicAnchors.values.contains { $0.count > 1 }
  }

  private mutating func register(
    _ schema: JSONNode, in enclosing: SchemaResource
  ) -> SchemaResource {
    let resource = self.resource(of: schema, in: enclosing)
    if let name = schema[.anchor]?.string { addAnchor(name, schema, resource) }
    if let name = schema[.dynamicAnchor]?.string {
      addAnchor(name, schema, resource)
      dynamicAnchors[WireName(name), default: []].add(schema, in: resource)
    }
    if schema[.recursiveAnchor]?.bool == true { recursiveAnchors.add(schema, in: resource) }
    return resource
  }

  /// The resource that a schema begins, or else the one around it.
  private mutating func resource(
    of schema: JSONNode, in enclosing: SchemaResource
  ) -> SchemaResource {
    guard let text = schema[.id]?.string else { return enclosing }
    let isOutermost = schema.isSameNode(as: byAddress[Self.unnamed] ?? schema)
    let named =
      isOutermost ? nil : schema[.schema]?.string.flatMap(SchemaDialectChoice.init(naming:))
    let dialect = named ?? enclosing.dialect
    if schema[.reference]?.string != nil, !dialect.dialect.appliesSiblingsOfReferences {
      return enclosing
    }
    let address = enclosing.address.resolving(SchemaAddress(text))
    if let name = address.fragment, !name.isEmpty {
      if anchors[address] == nil { anchors[address] = schema }
      guard address.withoutFragment != enclosing.address else { return enclosing }
    }
    let own = address.withoutFragment
    if byAddress[own] == nil { byAddress[own] = schema }
    let resource = SchemaResource(number: ranges.count + 1, address: own, dialect: dialect)
    ranges.append((schema.byteRange, resource))
    return resource
  }

  private mutating func addAnchor(_ name: String, _ schema: JSONNode, _ resource: SchemaResource) {
    var address = resource.address
    address.fragment = name
    if anchors[address] == nil { anchors[address] = schema }
  }

  private static func inferredDialect(of root: JSONNode, _ scan: SchemaTextScan) -> SchemaDialect {
    let file = root.document.root
    let definitionsOutside = !file.isSameNode(as: root) && file[.definitions] != nil
    guard definitionsOutside || scan.mentionsLaterKeywords else { return .draft7 }
    return DialectInference.dialect(of: root, definitionsOutside: definitionsOutside)
  }
}

/// A schema that a dynamic reference may lead to.
package struct SchemaCandidate: Sendable {
  /// The number of the resource that it belongs to.
  package let resource: Int
  package let schema: JSONNode
}

extension [SchemaCandidate] {
  /// Adds a schema unless its resource has one.
  fileprivate mutating func add(_ schema: JSONNode, in resource: SchemaResource) {
    guard !contains(where: { $0.resource == resource.number }) else { return }
    append(SchemaCandidate(resource: resource.number, schema: schema))
  }
}
