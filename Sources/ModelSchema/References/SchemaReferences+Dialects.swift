package import ModelCore

/// Dialects, and the rules that they make a reference override.
extension SchemaReferences {
  /// The dialect that `$schema` names for a schema, here or further outside.
  package func dialect(of schema: JSONNode) -> SchemaDialectChoice {
    resources.dialect(of: schema)
  }

  /// The rules beside the `$ref` of a schema that it overrides, as references do up to draft 7.
  ///
  /// Generated code and full validation both leave them out.
  package func overriddenRules(of schema: JSONNode) -> [JSONMember] {
    guard schema[.reference]?.string != nil,
      !dialect(of: schema).dialect.appliesSiblingsOfReferences
    else {
      return []
    }
    return schema.members.filter { member in
      guard let keyword = Keyword(key: member.keyNode) else { return false }
      return keyword.constrains && keyword != .reference
    }
  }
}

/// References whose target depends on the way by which the schema around them was reached.
extension SchemaReferences {
  /// The target of a dynamic reference.
  package struct DynamicTarget {
    /// The schema that it leads to if none of the candidates is met.
    package let fallback: JSONNode
    /// Of these, the one whose resource was entered first; empty where the target is always the
    /// same.
    package let candidates: [SchemaCandidate]
  }

  /// The number of the resource that a schema belongs to.
  package func resource(of schema: JSONNode) -> Int { resources.resource(around: schema).number }

  /// A Boolean value that indicates whether the document has such references.
  package var dependOnDynamicScope: Bool { resources.dependsOnDynamicScope }

  /// The target of a `$dynamicRef`.
  package func dynamicTarget(
    of reference: String, in schema: JSONNode
  ) throws(Failure) -> DynamicTarget {
    let target = try target(of: reference, in: schema)
    let fragment = SchemaAddress(reference).fragment.map(PercentEncoding.decode)
    // A pointer, or the name of an ordinary anchor, leads where a `$ref` would.
    guard let name = fragment, target[.dynamicAnchor]?.string == name else {
      return DynamicTarget(fallback: target, candidates: [])
    }
    return DynamicTarget(fallback: target, among: resources.dynamicAnchors(name))
  }

  /// The target of a `$recursiveRef`.
  package func recursiveTarget(
    of reference: String, in schema: JSONNode
  ) throws(Failure) -> DynamicTarget {
    let target = try target(of: reference, in: schema)
    guard target[.recursiveAnchor]?.bool == true else {
      return DynamicTarget(fallback: target, candidates: [])
    }
    return DynamicTarget(fallback: target, among: resources.recursiveAnchors)
  }
}

extension SchemaReferences.DynamicTarget {
  fileprivate init(fallback: JSONNode, among candidates: [SchemaCandidate]) {
    self.fallback = fallback
    self.candidates = candidates.count > 1 ? candidates : []
  }
}
