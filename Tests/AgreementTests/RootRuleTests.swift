import ModelGenerator
import ModelSchema
import TestSupport
import Testing

@Suite("Rules of whole requests and of plain JSON in emitted code")
struct RootRuleTests {
  /// A schema of an input, a call of its request, and what the request then reports.
  struct Row: Sendable, CustomTestStringConvertible {
    let schema: String
    let call: String
    let issues: String
    var unchecked = ""

    var testDescription: String { "\(schema) \(call)" }
  }

  private static let keys = #""properties": {"a": {"type": "string"}, "b": {"type": "string"}}"#

  private static func value(_ schema: String, call: String, _ issues: String, _ unchecked: String)
    -> Row
  {
    Row(
      schema: #""properties": {"p": \#(schema)}"#, call: call, issues: issues, unchecked: unchecked)
  }

  static let rows: [Row] = [
    Row(
      schema: keys + #", "anyOf": [{"required": ["a"]}, {"required": ["b"]}]"#, call: "()",
      issues: " anyOf"),
    Row(
      schema: keys + #", "anyOf": [{"required": ["a"]}, {"required": ["b"]}]"#,
      call: #"(extraFields: ["b": "x"])"#, issues: "", unchecked: "/b extraFields"),
    Row(
      schema: keys + #", "oneOf": [{"required": ["a"]}, {"required": ["b"]}]"#,
      call: #"(a: "x", b: "y")"#, issues: " oneOf"),
    Row(
      schema: keys + #", "not": {"required": ["a", "b"]}"#, call: #"(a: "x", b: "y")"#,
      issues: " not"),
    Row(
      schema: keys + #", "dependentRequired": {"a": ["b"]}"#, call: #"(a: "x")"#,
      issues: "/b dependentRequired"),
    Row(schema: keys + #", "dependencies": {"a": ["b"]}"#, call: #"(b: "x")"#, issues: ""),
    Row(schema: keys + #", "minProperties": 1"#, call: "()", issues: " minProperties"),
    Row(
      schema: keys + #", "maxProperties": 1"#, call: #"(a: "x", b: "y")"#,
      issues: " maxProperties"),
    Row(
      schema: keys + #", "if": {}, "then": {}, "patternProperties": {}"#, call: "()", issues: "",
      unchecked: " if, then, patternProperties"),
    Row(
      schema: keys + #", "anyOf": [{"required": ["a"], "minProperties": 2}, {}]"#, call: "()",
      issues: "", unchecked: " anyOf"),
    Row(schema: keys + #", "enum": [{"a": "x"}]"#, call: "()", issues: "", unchecked: " enum"),
    Row(
      schema: #""properties": {"o": {"type": "object", \#(keys), "minProperties": 1}}"#,
      call: "(o: .init())", issues: "/o minProperties"),
    value(#"{"type": ["number", "string"]}"#, call: "(p: true)", "/p type", ""),
    value(#"{"type": ["integer", "string"]}"#, call: "(p: 1.5)", "/p type", ""),
    value(#"{"type": ["integer", "string"]}"#, call: "(p: 2)", "", ""),
    value(#"{"type": "null"}"#, call: "(p: 2)", "/p type", ""),
    value(
      #"{"type": "array", "items": {"type": ["number", "string"]}}"#, call: "(p: [true])", "",
      "/p type"),
    value("false", call: "(p: 2)", "", "/p false"),
    value("false", call: "()", "", ""),
    value(#"{"$ref": "https://a.example/b"}"#, call: "(p: 2)", "", "/p $ref"),
    value(
      #"{"allOf": [{"type": "string"}, {"type": "integer"}]}"#, call: "(p: 2)", "", "/p type"),
    value(
      #"{"type": "object", "additionalProperties": false}"#, call: #"(p: ["a": 1])"#, "",
      "/p additionalProperties"),
    Row(
      schema: keys, call: #"(a: "x", extraFields: ["a": 1, "size": 3])"#, issues: "",
      unchecked: "/a extraFields"),
    Row(
      schema: #""properties": {"image_url": {"type": "string"}}"#,
      call: #"(extraFields: ["imgae_url": "x"])"#, issues: "",
      unchecked: "/imgae_url extraFields"),
  ]

  @Test(
    "A rule of the body or of plain JSON is checked or listed as unchecked",
    .enabled(if: EmittedProgram.isPossible))
  func rules() throws {
    let models = try Self.rows.enumerated().map { index, row in
      let text =
        #"{"model_id": "v/m\#(index)", "input": {"type": "object", \#(row.schema)}}"#
      let file = ModelFile(path: "m\(index).json", relativePath: nil, bytes: Array(text.utf8))
      return try #require(ModelReader.read(file).model)
    }
    let bindings = BindingsGenerator.generate(
      models.map { .init($0, source: "x") },
      options: BindingsOptions(access: .internal, isSingleModule: true))
    let calls = Self.rows.enumerated().map { "show(V.M\($0)\($1.call))\n" }
    let main = """
      import ModelRuntime

      func show(_ request: some ModelRequest) {
        let issues = request.validationIssues().map { "\\($0.path.pointer) \\($0.rule)" }
        var rules: [(place: String, rules: [String])] = []
        for rule in request.uncheckedRules() {
          if rules.last?.place == rule.path.pointer {
            rules[rules.count - 1].rules.append(rule.rule.rawValue)
          } else {
            rules.append((rule.path.pointer, [rule.rule.rawValue]))
          }
        }
        let unchecked = rules.map { "\\($0.place) \\($0.rules.joined(separator: ", "))" }
        print(issues.joined(separator: "; ") + "|" + unchecked.joined(separator: "; "))
      }

      """ + calls.joined()
    let files = bindings.files.map { (name: $0.path, text: $0.text) }
    let lines = try EmittedProgram.run(files + [("main.swift", main)])
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (row, line) in zip(Self.rows, lines) {
      #expect(line == "\(row.issues)|\(row.unchecked)", "\(row)")
    }
    #expect(lines.count >= Self.rows.count)
  }
}
