@_spi(Generated) import ModelCore
import ModelSchema
import SchemaValidator

/// A check with its result as one word.
struct SchemaVerdict {
  enum Verdict: Equatable {
    case valid, invalid
    /// Nothing wrong was found, but not all could be checked.
    case unclear
  }

  let check: SchemaCheck

  init(_ schema: JSONNode, dialect: SchemaDialect? = nil) {
    check = SchemaCheck(schema: schema, dialect: dialect)
  }

  init(_ schema: String, dialect: SchemaDialect? = nil) throws {
    self.init(try JSONDocument(parsing: schema).root, dialect: dialect)
  }

  func verdict(on body: JSONNode) -> Verdict {
    let found = issues(in: body)
    return found.isEmpty ? found.unchecked.isEmpty ? .valid : .unclear : .invalid
  }

  func issues(in body: JSONNode) -> ValidationIssues {
    var issues = ValidationIssues(listsUnchecked: true)
    check.check(body, into: &issues)
    return issues
  }

  /// The issues as they are printed.
  func lines(_ body: String) throws -> [String] {
    issues(in: try JSONDocument(parsing: body).root).issues.map(\.description)
  }

  func rules(_ body: String) throws -> [String] {
    issues(in: try JSONDocument(parsing: body).root).issues.map(\.rule.rawValue)
  }
}
