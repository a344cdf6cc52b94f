/// A version of JSON Schema, as far as versions read the same schema differently.
package enum SchemaDialect: Sendable, Hashable, Comparable {
  /// Draft 7, and the drafts before it.
  case draft7
  /// 2019-09.
  case draft2019
  /// 2020-12.
  case draft2020

  /// A Boolean value that indicates whether keywords beside a `$ref` count. Up to draft 7 the
  /// reference overrides them.
  package var appliesSiblingsOfReferences: Bool { self >= .draft2019 }

  /// A Boolean value that indicates whether an item that `contains` matches is an evaluated one,
  /// to which `unevaluatedItems` doesn't apply.
  package var evaluatesContainedItems: Bool { self >= .draft2020 }

  /// Returns whether the version has a keyword.
  package func has(_ keyword: Keyword) -> Bool {
    switch keyword.origin {
    case .draft4, .draft6, .draft7, .openAPI, .vendor: true
    // 2020-12 replaced it by `$dynamicRef`.
    case .draft2019 where keyword == .recursiveReference: self == .draft2019
    case .draft2019: self >= .draft2019
    case .draft2020: self >= .draft2020
    }
  }
}

extension SchemaDialect: CustomStringConvertible {
  package var description: String {
    switch self {
    case .draft7: KeywordTable.Origin.draft7.rawValue
    case .draft2019: KeywordTable.Origin.draft2019.rawValue
    case .draft2020: KeywordTable.Origin.draft2020.rawValue
    }
  }
}

/// The dialect of a schema, and how it was determined.
package enum SchemaDialectChoice: Sendable, Hashable {
  /// `$schema`, or the caller, names it.
  case named(SchemaDialect)
  /// Nothing names it; the keywords tell. All of them count.
  case inferred(SchemaDialect)
  /// `$schema` names one that isn't known: what the keywords mean can't be told.
  case unknown(String)

  /// The version to read the schema by.
  package var dialect: SchemaDialect {
    switch self {
    case .named(let dialect), .inferred(let dialect): dialect
    case .unknown: .draft2020
    }
  }

  /// Reads the value of `$schema`; nil where it doesn't say anything.
  init?(naming text: String) {
    let address = SchemaAddress(text).withoutFragment
    guard let scheme = address.scheme else { return nil }
    // Up to draft 7 every dialect has the same keywords: others made from one have its name.
    if ["draft-03", "draft-04", "draft-05", "draft-06", "draft-07"].contains(where: text.contains) {
      self = .named(.draft7)
      return
    }
    switch (scheme, address.authority ?? "", address.path) {
    case ("http", "json-schema.org", "/schema"), ("https", "json-schema.org", "/schema"):
      return nil
    case (_, "json-schema.org", "/draft/2019-09/schema"),
      (_, "json-schema.org", "/draft/2019-09/hyper-schema"):
      self = .named(.draft2019)
    case (_, "json-schema.org", "/draft/2020-12/schema"),
      (_, "json-schema.org", "/draft/2020-12/hyper-schema"),
      (_, "spec.openapis.org", "/oas/3.1/dialect/base"):
      self = .named(.draft2020)
    default: self = .unknown(text)
    }
  }
}
