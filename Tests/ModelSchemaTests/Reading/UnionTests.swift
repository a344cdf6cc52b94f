import ModelSchema
import Testing

@Suite("Unions")
struct UnionTests {
  @Test(
    "A union with null is the other branch, nullable",
    arguments: [
      #"{"anyOf": [{"type": "string", "maxLength": 5}, {"type": "null"}]}"#,
      #"{"oneOf": [{"const": null}, {"type": "string", "maxLength": 5}]}"#,
      #"{"anyOf": [{"type": "string"}, {"type": "null"}], "maxLength": 5}"#,
    ])
  func orNull(schema: String) {
    #expect(expectFindings(inProperty: schema)?.line == "string ≤5?")
  }

  @Test("A union of one branch is that branch")
  func oneBranch() {
    #expect(expectFindings(inProperty: #"{"oneOf": [{"type": "integer"}]}"#)?.line == "integer")
  }

  @Test(
    "A union of values is the set of these values",
    arguments: [
      (#"{"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}]}"#, "strings a|b"),
      (#"{"anyOf": [{"enum": ["a"]}, {"type": "string", "enum": ["b", "c"]}]}"#, "strings a|b|c"),
      (#"{"anyOf": [{"const": 1}, {"const": 2}, {"type": "null"}]}"#, "integers 1|2?"),
      (#"{"anyOf": [{"enum": ["a", "b", null]}, {"const": "d"}]}"#, "strings a|b|d?"),
    ])
  func values(schema: String, line: String) {
    #expect(expectFindings(inProperty: schema)?.line == line)
  }

  @Test("A branch that refers to an enum counts as one")
  func referredValues() {
    let model = expectFindings(
      in: #"""
        {"properties": {"x": {"anyOf": [{"$ref": "#/$defs/a"}, {"const": "z"}]}},
         "type": "object", "$defs": {"a": {"enum": ["x", "y"]}}}
        """#)
    #expect(model?.input.line == "{x: strings x|y|z}")
  }

  @Test("Branches of one type keep that type, and their rules are unchecked")
  func commonType() {
    let property = expectFindings(
      inProperty: #"{"anyOf": 1️⃣[{"type": "string", "maxLength": 3}, {"type": "string"}]}"#,
      .warning(
        #"bindings don't check the branches of "anyOf""#, fix: "`modelgen validate` checks them"))
    #expect(property?.line == "string unchecked anyOf")
    let numbers = expectFindings(
      inProperty: #"{"oneOf": 1️⃣[{"type": "integer"}, {"type": ["number", "null"]}]}"#,
      .warning(
        #"bindings don't check the branches of "oneOf""#, fix: "`modelgen validate` checks them"))
    #expect(numbers?.line == "number? unchecked oneOf")
  }

  @Test("Branches of different types are plain JSON")
  func realUnion() {
    let property = expectFindings(
      inProperty: #"{"anyOf": 1️⃣[{"enum": ["a"]}, {"type": "object"}]}"#,
      .warning(
        #"no Swift type fits all branches of "anyOf"; it is carried as plain JSON and not checked"#,
        fix: "`modelgen validate` checks them"))
    #expect(property?.line == "any unchecked anyOf")
  }

  @Test("A union beside a type leaves the type as it is")
  func typedUnion() {
    let property = expectFindings(
      inProperty: #"{"type": "string", "anyOf": 1️⃣[{"minLength": 3}, {"pattern": "a"}]}"#,
      .warning(
        #"bindings don't check the branches of "anyOf""#, fix: "`modelgen validate` checks them"))
    #expect(property?.line == "string unchecked anyOf")
  }

  @Test("A union over the whole body leaves the model usable, and is listed as unchecked")
  func rootUnion() {
    let model = expectFindings(
      in: #"""
        {"type": "object", "properties": {"a": {"type": "string"}},
         "anyOf": 1️⃣[{"required": ["a"]}, {"minProperties": 2}]}
        """#,
      .warning(
        #"bindings don't check the branches of "anyOf""#, fix: "`modelgen validate` checks them"))
    #expect(model?.input.line == "{a: string}")
    #expect(model?.uncheckedRules == ["anyOf"])
  }

  @Test("Keys that only branches of the body describe are optional properties")
  func branchKeys() {
    let model = expectFindings(
      in: #"""
        {"type": "object", "properties": {"a": {"type": "string"}},
         "oneOf": 1️⃣2️⃣[
           {"properties": {"b": {"type": "string", "maxLength": 3}, "kind": {"const": "x"},
                           "n": {"type": "integer"}, 3️⃣"m": {"type": "string"}}, "required": ["b"]},
           {"properties": {"c": {"type": "integer"}, "kind": {"const": "y"},
                           "n": {"type": "number"}, "m": {"type": "integer"}}}]}
        """#,
      .warning(
        #"bindings don't check the branches of "oneOf""#, fix: "`modelgen validate` checks them"),
      .note(
        #"keys that only branches of "oneOf" describe are optional properties without their rules: "#
          + #""b", "kind", "n", "m", "c""#),
      .warning(
        #"branches of "oneOf" describe "m" as different types; it is carried as plain JSON"#))
    #expect(
      model?.input.line
        == "{a: string, b: string, kind: strings x|y, n: number, m: any, c: integer}")
    #expect(model?.input.properties.last?.facts == ["Belongs to a branch of `oneOf`"])
    #expect(model?.input.branchKeys == ["b"])
  }

  @Test("An invalid union is reported")
  func broken() {
    let empty = expectFindings(
      inProperty: #"{"anyOf": 1️⃣[]}"#,
      .warning(#"no value fits an empty "anyOf"; it is carried as plain JSON"#))
    #expect(empty?.line == "any unchecked anyOf")
    let noList = expectFindings(
      inProperty: #"{"type": "string", "oneOf": 1️⃣{}}"#,
      .warning(#""oneOf" must be an array, not an object; it is ignored"#))
    #expect(noList?.line == "string")
  }
}
