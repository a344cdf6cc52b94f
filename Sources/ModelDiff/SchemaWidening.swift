import ModelCore
import ModelSchema

/// Recognizes schemas that accept every value that an older one accepts, where that can be told from
/// their texts.
enum SchemaWidening {
  /// Returns `false` if the new schema isn't wider, or if that can't be told.
  static func isWider(_ new: JSONNode, than old: JSONNode) -> Bool {
    if SchemaMeaning.of(new) == SchemaMeaning.of(old) { return true }
    if new.bool == true { return true }
    guard new.kind == .object, old.kind == .object else { return false }
    return Keyword.allCases.allSatisfy { keyword in
      guard keyword.validation != .annotation else { return true }
      switch (old[keyword], new[keyword]) {
      case (nil, nil): return true
      case (_?, nil): return removable.contains(keyword)
      case (nil, _?): return false
      case (let old?, let new?): return isWider(new, than: old, as: keyword)
      }
    }
  }

  /// Returns a Boolean value that indicates whether the value of a keyword lets more through.
  static func isWider(_ new: JSONNode, than old: JSONNode, as keyword: Keyword) -> Bool {
    if SchemaMeaning.of(new, as: keyword.value) == SchemaMeaning.of(old, as: keyword.value) {
      return true
    }
    switch keyword {
    case .anyOf: return !added(new, old).isEmpty
    case .oneOf:
      // A value of an old branch must not fit a new one too.
      let known = old.elements.map(types)
      return added(new, old).map(types).contains { $0.isEmpty } == false
        && !added(new, old).isEmpty && !known.contains { $0.isEmpty }
        && added(new, old).map(types).allSatisfy { types in
          known.allSatisfy { $0.isDisjoint(with: types) }
        }
    case .type:
      let (before, after) = (words(old), words(new))
      return before.allSatisfy {
        after.contains($0) || $0 == "integer" && after.contains("number")
      }
    case .items, .additionalProperties: return isWider(new, than: old)
    default: return false
    }
  }

  /// Keywords that accept more values where they are missing, whatever stands beside them.
  private static let removable: Set<Keyword> = [
    .type, .enumeration, .const, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum,
    .multipleOf, .minLength, .maxLength, .pattern, .minItems, .maxItems, .uniqueItems, .anyOf,
    .oneOf, .not, .required, .minProperties, .maxProperties, .additionalProperties,
  ]

  /// The branches that only the new list has; empty if it lacks one of the old list.
  private static func added(_ new: JSONNode, _ old: JSONNode) -> [JSONNode] {
    let known = Set(old.elements.map { SchemaMeaning.of($0) })
    guard known.isSubset(of: new.elements.map { SchemaMeaning.of($0) }) else { return [] }
    return new.elements.filter { !known.contains(SchemaMeaning.of($0)) }
  }

  /// The types that a branch names; integers count as numbers.
  private static func types(_ branch: JSONNode) -> Set<String> {
    Set(branch[.type].map { words($0).map { $0 == "integer" ? "number" : $0 } } ?? [])
  }

  private static func words(_ type: JSONNode) -> [String] {
    type.string.map { [$0] } ?? type.elements.compactMap(\.string)
  }
}
