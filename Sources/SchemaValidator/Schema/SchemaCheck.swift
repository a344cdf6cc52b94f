@_spi(Generated) package import ModelCore
package import ModelSchema

/// Checks a JSON body against a schema, for models that have no bindings and for the command line.
///
/// It calls the same primitives as emitted code, so that a rule means one thing and reads the same
/// everywhere. The standard keywords are those of JSON Schema, in the version that `$schema` names:
/// draft 7, 2019-09 or 2020-12. Also understood are the types that vendors use (`float`, `int` …),
/// `nullable`, Boolean exclusive bounds and the media formats. A rule that can't be checked never
/// counts as broken: it is listed in ``unsupported``, and reported as unchecked where a body is
/// checked with a collector that lists such rules.
package struct SchemaCheck: Sendable {
  /// A rule of the schema that can't be checked.
  package struct Unsupported: Sendable {
    /// The keyword, or the name of a `validations` entry.
    package let rule: ValidationRule
    /// The unsupported value.
    package let node: JSONNode
    /// The reason, for a person.
    package let reason: String
  }

  /// The rules that can't be checked, in the order in which they were found.
  package let unsupported: [Unsupported]

  let schemas: [CompiledSchema]
  let dependsOnScope: Bool

  /// Compiles a schema once; checks are then cheap.
  ///
  /// - Parameters:
  ///   - schema: An object, or true or false.
  ///   - root: What `#` means in a `$ref`: for a model file its `input`. Nil means the whole
  ///     document. A pointer that leads nowhere below `root` is tried from the document's own root.
  ///   - dialect: The dialect of a schema that doesn't name its own with `$schema`; nil means that
  ///     its keywords tell.
  package init(schema: JSONNode, root: JSONNode? = nil, dialect: SchemaDialect? = nil) {
    let own = schema.document.root
    let base = root.flatMap { $0.document === schema.document ? $0 : nil } ?? own
    var compiler = SchemaCompiler(references: SchemaReferences(root: base, dialect: dialect))
    compiler.compile(schema)
    schemas = compiler.schemas
    unsupported = compiler.unsupported
    dependsOnScope = compiler.references.dependOnDynamicScope
  }

  /// Reports everything that is wrong with `body`, in the order of the schema's properties.
  package func check(_ body: JSONNode, into issues: inout ValidationIssues) {
    var run = SchemaCheckRun(schemas: schemas, dependsOnScope: dependsOnScope, body: body)
    run.check(body, with: 0, at: nil, into: &issues)
  }
}
