@_spi(Generated) package import ModelCore
import ModelSchema

/// Checks a JSON body against a schema, for models that have no bindings and for the command line.
///
/// It calls the same primitives as emitted code, so that a rule means one thing and reads the same
/// everywhere. The standard keywords have full JSON Schema validation (draft 7). In addition it
/// supports the dialect's types (`float`, `int` …), `nullable`, boolean exclusive bounds and the
/// media formats. What can't be checked never counts as wrong: it is listed in ``unsupported``,
/// and reported as unchecked where a body is checked with a collector that lists such rules.
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

  /// Compiles a schema once; checks are then cheap.
  ///
  /// - Parameters:
  ///   - schema: An object, or true or false.
  ///   - root: What `#` means in a `$ref`: for a model file its `input`. Nil means the whole
  ///     document. A pointer that leads nowhere below `root` is tried from the document's own root.
  package init(schema: JSONNode, root: JSONNode? = nil) {
    let own = schema.document.root
    let base = root.flatMap { $0.document === schema.document ? $0 : nil } ?? own
    var compiler = SchemaCompiler(references: SchemaReferences(root: base))
    compiler.compile(schema)
    schemas = compiler.schemas
    unsupported = compiler.unsupported
  }

  /// Reports everything that is wrong with `body`, in the order of the schema's properties.
  package func check(_ body: JSONNode, into issues: inout ValidationIssues) {
    var run = SchemaCheckRun(schemas: schemas, body: body)
    run.check(body, with: 0, at: nil, into: &issues)
  }
}
