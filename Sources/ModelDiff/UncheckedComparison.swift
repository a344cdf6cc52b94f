import ModelCore
import ModelSchema

/// Finds rules that generated code doesn't check and that say something else than before.
struct UncheckedComparison {
  /// A rule, and the property that it is about; nil for the request as a whole.
  struct Finding {
    let property: String?
    let keyword: String
    /// A Boolean value that indicates whether every value that was valid still is.
    let isWidened: Bool
    let isGone: Bool
  }

  /// The place of a schema inside another one.
  private struct Step: Hashable {
    let keyword: Keyword
    let name: WireName?
    let position: Int

    init(_ schema: SchemaWalk.Subschema) {
      keyword = schema.keyword
      name = schema.name.map(WireName.init)
      position = schema.position
    }
  }

  private(set) var findings: [Finding] = []

  /// Those that are compared as a whole.
  private static let keywords = Keyword.reported + [.anyOf, .oneOf]

  init(_ old: JSONNode, _ new: JSONNode) { compare(old, new, property: nil) }

  private mutating func compare(_ old: JSONNode, _ new: JSONNode, property: String?) {
    guard old.kind == .object, new.kind == .object else { return }
    for keyword in UncheckedComparison.keywords {
      let (before, after) = (old[keyword], new[keyword])
      guard before != nil || after != nil,
        before.map({ SchemaMeaning.of($0, as: keyword.value) })
          != after.map({ SchemaMeaning.of($0, as: keyword.value) })
      else { continue }
      let isWidened =
        if let before, let after {
          SchemaWidening.isWider(after, than: before, as: keyword)
        } else {
          after == nil
        }
      findings.append(
        Finding(
          property: property, keyword: keyword.word, isWidened: isWidened, isGone: after == nil))
    }
    let extra = Keyword.additionalProperties
    if let before = old[extra], let after = new[extra],
      before.kind == .object || after.kind == .object,
      SchemaMeaning.of(before) != SchemaMeaning.of(after)
    {
      findings.append(
        Finding(
          property: property, keyword: extra.word,
          isWidened: SchemaWidening.isWider(after, than: before), isGone: false))
    }
    let others = Dictionary(
      SchemaWalk.subschemas(of: new).map { (Step($0), $0.node) }, uniquingKeysWith: { $1 })
    for schema in SchemaWalk.subschemas(of: old) {
      guard schema.keyword != extra, !UncheckedComparison.keywords.contains(schema.keyword),
        let other = others[Step(schema)]
      else { continue }
      let name = schema.keyword == .properties ? schema.name : nil
      compare(schema.node, other, property: property ?? name)
    }
  }
}
