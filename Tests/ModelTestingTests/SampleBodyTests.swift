import ModelCore
import ModelTesting
import Testing

@Suite("Sample bodies")
struct SampleBodyTests {
  /// The mock runs in other people's programs, and their schemas may say anything.
  @Test(
    "A sample body is valid for any schema",
    arguments: [
      #""type": "integer", "minimum": 1e19"#, #""type": "integer", "exclusiveMinimum": -1e300"#,
      #""type": "number", "maximum": -1e308"#, #""type": "string", "minLength": 1e15"#,
      #""type": "array", "minItems": 1e15, "items": {"type": "boolean"}"#,
    ])
  func comes(schema: String) throws {
    let model = try Fixture.model(
      #"{"model_id": "a/b", "input": {"type": "object", "required": ["x"], "properties": "#
        + #"{"x": {\#(schema)}}}}"#)
    #expect(SampleBody.make(for: model)["x"] != nil)
  }
}
