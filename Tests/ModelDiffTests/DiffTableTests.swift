import Testing

@testable import ModelDiff

/// One row for each kind of change. Users rely on the messages, so that any change to a row is
/// deliberate.
@Suite("Comparing properties") struct DiffTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let old: String
    let new: String
    var required: (String, String) = ("", "")
    /// `severity kind symbol`, the symbol below the model's type.
    let expected: [String]

    var testDescription: String { name }

    init(
      _ name: String, _ old: String, _ new: String, required: (String, String) = ("", ""),
      _ expected: String...
    ) {
      (self.name, self.old, self.new) = (name, old, new)
      (self.required, self.expected) = (required, expected)
    }
  }

  private static let text = #""a": {"type": "string"}"#

  private static let other = #""b": {"type": "string"}"#

  private static let third = #""c": {"type": "string"}"#

  private static func a(_ schema: String) -> String { #""a": {\#(schema)}"# }

  private static func rule(_ rule: String, _ bound: String, error: String = "e") -> String {
    a(
      #""type": "string", "format": "image_uri", "validations": [{"validation_rule": "\#(rule)", "#
        + #""validation_value": \#(bound), "validation_error": "\#(error)"}]"#)
  }

  static let properties: [Row] = [
    Row("optional key added", "", text, "additive property-added .a"),
    Row("required key added", "", text, required: ("", #""a""#), "breaking property-added .a"),
    Row("key removed", text, "", "breaking property-removed .a"),
    Row("became required", text, text, required: ("", #""a""#), "breaking became-required .a"),
    Row("became optional", text, text, required: (#""a""#, ""), "breaking became-optional .a"),
    Row(
      "an undescribed key became required", text, text, required: ("", #""b""#),
      "breaking became-required .extraFields"),
    Row(
      "an undescribed key is not required any more", text, text, required: (#""b""#, ""),
      "additive became-optional .extraFields"),
    Row(
      "optional keys exchanged", text + ", " + other, other + ", " + text,
      "breaking order-changed "),
    Row(
      "a key moved behind two", [text, other, third].joined(separator: ", "),
      [other, third, text].joined(separator: ", "), "breaking order-changed "),
    Row(
      "a required key moved behind an optional one", text + ", " + other, other + ", " + text,
      required: (#""a""#, #""a""#)),
    Row(
      "a key that comes first", other, text + ", " + other, "additive property-added .a"),
    Row(
      "a key that became required stands elsewhere for that", text + ", " + other,
      other + ", " + text, required: ("", #""b""#), "breaking became-required .b"),
    Row("type", a(#""type": "integer""#), a(#""type": "number""#), "breaking type-changed .a"),
    Row("format", text, a(#""type": "string", "format": "image_uri""#), "breaking type-changed .a"),
    Row(
      "list", text, a(#""type": "array", "items": {"type": "string"}"#), "breaking type-changed .a"),
    Row("enum of its own", text, a(#""enum": ["x"]"#), "breaking type-changed .a"),
    Row("kind of values", a(#""enum": ["5"]"#), a(#""enum": [5, 9]"#), "breaking type-changed .a"),
    Row(
      "null allowed", text, a(#""type": ["string", "null"]"#), "additive null-added .a"),
    Row(
      "null refused", a(#""type": ["string", "null"]"#), text, "breaking null-removed .a"),
    Row(
      "null allowed where a value is required", text, a(#""type": ["string", "null"]"#),
      required: (#""a""#, #""a""#), "breaking null-added .a"),
    Row(
      "null refused where a value is required", a(#""type": ["string", "null"]"#), text,
      required: (#""a""#, #""a""#), "breaking null-removed .a"),
    Row(
      "required, though it may be null", a(#""type": ["string", "null"]"#),
      a(#""type": ["string", "null"]"#), required: ("", #""a""#), "additive became-required .a"),
    Row(
      "value of a union", a(#""anyOf": [{"const": "x"}]"#),
      a(#""anyOf": [{"const": "x"}, {"const": "y"}]"#), "additive value-added .AValue.y"),
    Row(
      "value gone", a(#""enum": ["x", "y"]"#), a(#""enum": ["x"]"#),
      "breaking value-removed .AValue.y"),
    Row(
      "value added", a(#""enum": ["x"]"#), a(#""enum": ["y", "x"]"#),
      "additive value-added .AValue.y"),
    Row(
      "value's name taken by a twin", a(#""enum": ["x-y"]"#), a(#""enum": ["x-y", "x y"]"#),
      "breaking name-changed .AValue.xY", "additive value-added .AValue.xY"),
    Row(
      "key's name taken by a twin", #""promptText": {"type": "string"}"#,
      #""promptText": {"type": "string"}, "prompt_text": {"type": "string"}"#,
      "breaking name-changed .promptText", "additive property-added .promptText"),
    Row(
      "maximum down", a(#""type": "number", "maximum": 1"#),
      a(#""type": "number", "maximum": 0.5"#),
      "breaking rule-narrowed .a"),
    Row(
      "minimum down", a(#""type": "number", "minimum": 1"#),
      a(#""type": "number", "minimum": 0.5"#),
      "additive rule-widened .a"),
    Row(
      "bound appears", a(#""type": "integer""#), a(#""type": "integer", "minimum": 1"#),
      "breaking rule-narrowed .a"),
    Row(
      "bound goes", a(#""type": "integer", "exclusiveMaximum": 9"#), a(#""type": "integer""#),
      "additive rule-widened .a"),
    Row(
      "range of an enum", a(#""enum": [3, 4, 5, 6]"#), a(#""enum": [3, 4, 5]"#),
      "breaking rule-narrowed .a"),
    Row(
      "step", a(#""type": "integer", "multipleOf": 8"#), a(#""type": "integer", "multipleOf": 4"#),
      "additive rule-widened .a"),
    Row(
      "other step", a(#""type": "integer", "multipleOf": 4"#),
      a(#""type": "integer", "multipleOf": 6"#), "breaking rule-narrowed .a"),
    Row(
      "length", a(#""type": "string", "maxLength": 800"#),
      a(#""type": "string", "maxLength": 500"#), "breaking rule-narrowed .a"),
    Row(
      "least length", a(#""type": "string", "minLength": 2"#), text, "additive rule-widened .a"),
    Row("pattern", text, a(#""type": "string", "pattern": "x""#), "breaking rule-narrowed .a"),
    Row(
      "other pattern", a(#""type": "string", "pattern": "x""#),
      a(#""type": "string", "pattern": "y""#), "breaking rule-narrowed .a"),
    Row(
      "count", a(#""type": "array", "items": {"type": "string"}, "maxItems": 5"#),
      a(#""type": "array", "items": {"type": "string"}, "maxItems": 6"#),
      "additive rule-widened .a"),
    Row(
      "unique items", a(#""type": "array", "items": {"type": "string"}"#),
      a(#""type": "array", "items": {"type": "string"}, "uniqueItems": true"#),
      "breaking rule-narrowed .a"),
    Row(
      "bound of items", a(#""type": "array", "items": {"type": "integer"}"#),
      a(#""type": "array", "items": {"type": "integer", "maximum": 3}"#),
      "breaking rule-narrowed .a"),
    Row(
      "file size", rule("file_size_mb<=", "15"), rule("file_size_mb<=", "10"),
      "breaking rule-narrowed .a"),
    Row(
      "file size, open", rule("file_size_mb<", "15"), rule("file_size_mb<=", "15"),
      "additive rule-widened .a"),
    Row(
      "ratio", rule("width/height≥", #""0.5""#), rule("width/height>=", "0.25"),
      "additive rule-widened .a"),
    Row(
      "rule on files appears", a(#""type": "string", "format": "image_uri""#),
      rule("width_pixels<=", "9"), "breaking rule-narrowed .a"),
    Row(
      "unknown rule on files", rule("depth≈", "1"), rule("depth≈", "2"),
      "breaking rule-narrowed .a", "additive rule-widened .a"),
    Row(
      "sentence of a rule", rule("width_pixels<=", "9", error: "x"),
      rule("width_pixels<=", "9", error: "y"), "cosmetic text-changed .a"),
    Row(
      "default", a(#""type": "integer", "default": 1"#), a(#""type": "integer", "default": 2"#),
      "additive default-changed .Defaults.a"),
    Row(
      "default gone", a(#""type": "integer", "default": 1"#), a(#""type": "integer""#),
      "breaking default-changed .Defaults.a"),
    Row(
      "default appears", a(#""type": "integer""#), a(#""type": "integer", "default": 1"#),
      "additive default-changed .a"),
    Row(
      "sample file", a(#""type": "string", "format": "image_uri", "default": "https://x""#),
      a(#""type": "string", "format": "image_uri", "default": "https://y""#),
      "cosmetic default-changed .a"),
    Row(
      "text", a(#""type": "string", "description": "x""#),
      a(#""type": "string", "description": "y""#), "cosmetic text-changed .a"),
    Row(
      "deprecated", text, a(#""type": "string", "deprecated": true"#), "cosmetic text-changed .a"),
    Row(
      "key of an object in a list",
      a(#""type": "array", "items": {"type": "object", "properties": {"b": {"type": "string"}}}"#),
      a(
        #""type": "array", "items": {"type": "object", "properties": {"b": {"type": "string"}, "#
          + #""c": {"type": "string"}}, "required": ["c"]}"#),
      "breaking property-added .AItem.c"),
    Row(
      "a rule that bindings don't check", a(#""type": "string", "not": {"const": "x"}"#),
      a(#""type": "string", "not": {"const": "y"}"#), "breaking rule-changed .a"),
    Row(
      "such a rule appears", text, a(#""type": "string", "not": {"const": "y"}"#),
      "breaking rule-narrowed .a"),
    Row(
      "order of values", a(#""enum": ["x", "y"]"#), a(#""enum": ["y", "x"]"#),
      "cosmetic order-changed .AValue"),
    Row(
      "pattern for any text", a(#""type": "string", "pattern": "x""#),
      a(#""type": "string", "pattern": ".*""#), "additive rule-widened .a"),
    Row(
      "format of a string", a(#""type": "string", "format": "date-time""#),
      a(#""type": "string", "format": "date""#), "cosmetic text-changed .a"),
    Row(
      "encoding", text, a(#""type": "string", "contentEncoding": "base64""#),
      "cosmetic text-changed .a"),
    Row(
      "read only", text, a(#""type": "string", "readOnly": true"#), "cosmetic text-changed .a"),
    Row(
      "examples", text, a(#""type": "string", "examples": ["x"]"#), "cosmetic text-changed .a"),
    Row(
      "another branch of a union", a(#""oneOf": [{"type": "string"}, {"type": "integer"}]"#),
      a(#""oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "array"}]"#),
      "additive rule-widened .a"),
    Row(
      "another branch that overlaps", a(#""oneOf": [{"type": "string"}, {"type": "integer"}]"#),
      a(#""oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "number"}]"#),
      "breaking rule-changed .a"),
    Row(
      "values of a map", a(#""type": "object", "additionalProperties": {"type": "integer"}"#),
      a(#""type": "object", "additionalProperties": {"type": "number"}"#),
      "additive rule-widened .a"),
    Row(
      "another type of plain JSON", a(#""type": ["string", "integer"]"#),
      a(#""type": ["string", "integer", "boolean"]"#), "additive rule-widened .a"),
    Row(
      "plain JSON", a(#""type": ["string", "integer"]"#), a(#""type": ["string", "boolean"]"#),
      "breaking rule-changed .a"),
  ]

  @Test("A changed property is reported with its severity", arguments: properties)
  func aChangedPropertyIsToldAsWhatItMeans(row: Row) throws {
    func model(_ properties: String, _ required: String) -> String {
      #""input": {"type": "object", "required": [\#(required)], "properties": {\#(properties)}}"#
    }
    let old = model(row.old, row.required.0), new = model(row.new, row.required.1)
    #expect(try Sample.changes(old, new) == row.expected)
    #expect(try Sample.changes(old, old).isEmpty && Sample.changes(new, new).isEmpty)
  }
}
