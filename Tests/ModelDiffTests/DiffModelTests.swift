import ModelCore
import ModelGenerator
import Testing

@testable import ModelDiff

/// Changes of whole models, of their outputs and names, and differences that aren't changes.
@Suite("Comparing models") struct DiffModelTests {
  private let input = #""input": {"type": "object", "properties": {"a": {"enum": ["x", "y"]}}}"#

  private func output(_ properties: String) -> String {
    input + #", "output": {"type": "object", "properties": {\#(properties)}}"#
  }

  @Test("Added and removed models are reported")
  func modelsComeAndGo() throws {
    #expect(try Sample.set([], [("a/b", input)]) == ["additive model-added A.B"])
    #expect(try Sample.set([("a/b", input)], []) == ["breaking model-removed A.B"])
  }

  /// Users who read a result meet the reverse of those who send a request.
  @Test(
    "Narrower outputs aren't breaking, and removed ones are",
    arguments: [
      (#""u": {"type": "string"}"#, "", "breaking property-removed .Output.u"),
      ("", #""u": {"type": "string"}"#, "additive property-added .Output.u"),
      (
        #""u": {"type": "integer"}"#, #""u": {"type": "string"}"#, "breaking type-changed .Output.u"
      ),
      (
        #""u": {"type": "integer"}"#, #""u": {"type": "integer", "maximum": 3}"#,
        "cosmetic rule-narrowed .Output.u"
      ),
      (
        #""u": {"type": "integer", "maximum": 3}"#, #""u": {"type": "integer"}"#,
        "additive rule-widened .Output.u"
      ),
      (
        #""u": {"enum": ["x", "y"]}"#, #""u": {"enum": ["x"]}"#,
        "breaking value-removed .Output.UValue.y"
      ),
      (
        #""u": {"enum": ["x"]}"#, #""u": {"enum": ["x", "y"]}"#,
        "additive value-added .Output.UValue.y"
      ),
    ])
  func outputsAreComparedTheOtherWayRound(old: String, new: String, expected: String) throws {
    let rest = #""seed": {"type": "integer"}"#
    func whole(_ text: String) -> String { output(text.isEmpty ? rest : rest + ", " + text) }
    #expect(try Sample.changes(whole(old), whole(new)) == [expected])
  }

  @Test("Another type of output is breaking")
  func anotherTypeOfOutputBreaks() throws {
    #expect(
      try Sample.changes(input, output(#""seed": {"type": "integer"}"#)) == [
        "breaking type-changed .Output"
      ])
  }

  @Test("A more canonical model ID that takes over a name is reported")
  func aMoreCanonicalTwinTakesTheName() throws {
    let changes = try Sample.set([("a/x-1", input)], [("a/x-1", input), ("a/x.1", input)])
    #expect(changes == ["breaking name-changed A.X1", "additive model-added A.X1"])
  }

  @Test("A family that takes over a name is reported")
  func aTwinOfTheFamilyIsNamed() throws {
    let comparison = try Sample.set(
      [("a/x-1/e", input), ("a/x-1/f", input)],
      [("a/x-1/e", input), ("a/x-1/f", input), ("a/x.1/e", input)])
    #expect(
      comparison == [
        "breaking name-changed A.X1.E", "breaking name-changed A.X1.F",
        "additive model-added A.X1.E",
      ])
  }

  @Test("Changes of configured names are reported")
  func chosenNamesCountAsChanges() throws {
    var chosen = NameOverrides()
    var model = NameOverrides.Model()
    model.type = "Ship"
    model.properties = [WireName("a"): "kind"]
    model.values = [WireName("a"): [WireName("x"): "first"]]
    chosen.models = [WireName("acme/boat"): model]
    var vendor = NameOverrides.Vendor()
    vendor.module = "AcmeKit"
    chosen.vendors = [WireName("acme"): vendor]
    let expected = [
      "breaking name-changed ", "breaking name-changed ", "breaking name-changed .a",
      "breaking name-changed .AValue.x",
    ]
    #expect(try Sample.changes(input, input, overrides: (.init(), chosen)) == expected)
    #expect(try Sample.changes(input, input, overrides: (chosen, .init())).count == 4)
    #expect(try Sample.changes(input, input, overrides: (chosen, chosen)).isEmpty)
  }

  @Test("Changed rules of the whole request are reported")
  func rulesOfTheWholeRequestCount() throws {
    let closed = #""input": {"type": "object", "additionalProperties": false, "properties": {}}"#
    let open = #""input": {"type": "object", "properties": {}}"#
    let few = #""input": {"type": "object", "maxProperties": 2, "properties": {}}"#
    #expect(try Sample.changes(open, closed) == ["breaking rule-narrowed "])
    #expect(try Sample.changes(closed, open) == ["additive rule-widened "])
    #expect(try Sample.changes(open, few) == ["breaking rule-changed "])
    #expect(try Sample.changes(few, open) == ["additive rule-widened "])
  }

  @Test("A key of an output that is always there, or no longer, is cosmetic")
  func requiredOutput() throws {
    func output(_ required: String) -> String {
      input + #", "output": {"type": "object", "required": [\#(required)], "#
        + #""properties": {"score": {"type": "number"}}}"#
    }
    #expect(
      try Sample.changes(output(""), output(#""score""#)) == [
        "cosmetic became-required .Output.score"
      ])
    #expect(
      try Sample.changes(output(#""score""#), output("")) == [
        "cosmetic became-optional .Output.score"
      ])
  }

  @Test("Changed texts are cosmetic")
  func textsAreCosmetic() throws {
    for extra in [
      #""title": "t""#, #""description": "t""#, #""example": {"a": "x"}"#,
    ] {
      #expect(try Sample.changes(input, extra + ", " + input) == ["cosmetic text-changed "])
    }
    #expect(try Sample.changes(input, #""retrieved": "2026-11-20", "# + input).isEmpty)
  }

  /// The same schema as a page and as the catalogue write it. Of the order of keys see the table.
  @Test("Changes of order and spelling aren't reported")
  func orderAndSpellingAreNoChange() throws {
    let page = """
      "title": "T", "input": {"title": "x", "type": "object", "required": ["b", "a"], "properties": {
        "a": {"type": "number", "minimum": 1, "maximum": 1.50, "default": 1, "multipleOf": 0.5},
        "b": {"type": "string", "enum": ["x", "y"], "default": "x"},
        "c": {"type": "string", "format": "image_uri", "validations": [
          {"validation_rule": "width_pixels<=", "validation_value": 9, "validation_error": "e"},
          {"validation_rule": "width/height≥", "validation_value": "0.5", "validation_error": "f"}]},
        "d": {"anyOf": [{"type": "string"}, {"type": "integer"}]}, "e": {"enum": [1.5, 2]},
        "f": {"type": ["integer", "string"]}}}
      """
    let catalogue = """
      "input": {"properties": {
        "a": {"multipleOf": 5e-1, "default": 1.0, "maximum": 15e-1, "minimum": 1.0, "type": "number"},
        "b": {"default": "x", "enum": ["x", "y"], "type": "string"},
        "c": {"validations": [
          {"validation_error": "f", "validation_rule": "width/height>=", "validation_value": 0.50},
          {"validation_error": "e", "validation_value": 9.0, "validation_rule": "width_pixels<="}],
          "format": "image_uri", "type": "string"},
        "d": {"anyOf": [{"type": "integer"}, {"type": "string"}]}, "e": {"enum": [1.5, 2]},
        "f": {"type": ["string", "integer"]}},
        "required": ["a", "b"], "type": "object", "title": "x"}, "title": "T"
      """
    #expect(try Sample.changes(page, catalogue).isEmpty)
  }

  @Test("The report names the symbol and the action to take")
  func theReportNamesTheSymbolAndWhatToDo() throws {
    let old = #""input": {"type": "object", "properties": {"a": {"type": "integer"}}}"#
    let new =
      #""input": {"type": "object", "properties": {"a": {"type": "integer", "maximum": 3}}}"#
    func named(_ text: String) throws -> NamedModel {
      let path = try #require(TypePaths(ids: ["acme/boat"], overrides: .init())["acme/boat"])
      return NamedModel(try Sample.model("acme/boat", text), path: path, overrides: .init())
    }
    let report = ChangeReport(ModelComparison(try named(old), try named(new)).changes())
    #expect(
      report.lines == [
        "acme/boat", "  breaking  Acme.Boat.a: at most 3 now; there was no such bound",
        "            Keep what you send within the new rule.", "", "1 model changed: 1 breaking",
      ])
    #expect(report.isBreaking)
    #expect(ChangeReport([]).lines.isEmpty)
  }
}
