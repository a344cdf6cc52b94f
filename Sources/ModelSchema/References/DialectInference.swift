import ModelCore

/// Tells the dialect of a schema without `$schema` from the keywords that it uses.
///
/// Keywords of 2020-12, or of 2019-09 and later, say that it is written for 2020-12. It is one of
/// 2019-09 where it also uses what 2020-12 no longer has. Otherwise it is a draft 7 schema.
enum DialectInference {
  static func dialect(of root: JSONNode, definitionsOutside: Bool) -> SchemaDialect {
    var newest = definitionsOutside ? SchemaDialect.draft2019 : .draft7
    var usesOlderForm = false
    SchemaWalk.visit(root, ()) { schema, _ in
      for member in schema.members {
        guard let keyword = Keyword(key: member.keyNode) else { continue }
        switch keyword {
        case .recursiveReference, .recursiveAnchor: usesOlderForm = true
        case .items where member.value.kind == .array: usesOlderForm = true
        default: break
        }
        // OpenAPI had it before JSON Schema, in schemas that are read as draft 7.
        if keyword == .deprecated { continue }
        if !SchemaDialect.draft2019.has(keyword) {
          newest = .draft2020
        } else if !SchemaDialect.draft7.has(keyword) {
          newest = max(newest, .draft2019)
        }
      }
    }
    return newest == .draft2019 && !usesOlderForm ? .draft2020 : newest
  }
}
