import ModelCore
import ModelSchema

/// Finds rules that bindings don't check and whose words say something else than before.
struct UncheckedComparison {
  /// A rule, and the property that it stands in; nil for the request as a whole.
  struct Finding {
    let property: String?
    let keyword: String
    let isGone: Bool
  }

  private(set) var findings: [Finding] = []

  private static let keywords = UncheckedKeywords.words + ["anyOf", "oneOf"]

  init(_ old: JSONNode, _ new: JSONNode) { compare(old, new, property: nil) }

  private mutating func compare(_ old: JSONNode, _ new: JSONNode, property: String?) {
    guard old.kind == .object, new.kind == .object else { return }
    for keyword in UncheckedComparison.keywords {
      let (before, after) = (old[keyword], new[keyword])
      guard before != nil || after != nil,
        before.map({ SchemaMeaning.of($0, under: keyword) })
          != after.map({ SchemaMeaning.of($0, under: keyword) })
      else { continue }
      findings.append(Finding(property: property, keyword: keyword, isGone: after == nil))
    }
    if let before = old["additionalProperties"], let after = new["additionalProperties"],
      before.kind == .object || after.kind == .object,
      SchemaMeaning.of(before) != SchemaMeaning.of(after)
    {
      findings.append(
        Finding(property: property, keyword: "additionalProperties", isGone: false))
    }
    for group in ["properties", "$defs", "definitions"] {
      guard let before = old[group], let after = new[group] else { continue }
      for member in before.members {
        guard let other = after[member.key] else { continue }
        let name = property ?? (group == "properties" ? member.key : nil)
        compare(member.value, other, property: name)
      }
    }
    if let before = old["items"], let after = new["items"] {
      compare(before, after, property: property)
    }
    if let before = old["allOf"], let after = new["allOf"] {
      for (left, right) in zip(before.elements, after.elements) {
        compare(left, right, property: property)
      }
    }
  }
}
