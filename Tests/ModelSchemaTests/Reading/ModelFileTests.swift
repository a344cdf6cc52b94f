import ModelCore
import ModelSchema
import Testing

@Suite("Reading model files")
struct ModelFileTests {
  private static var input: String {
    #""input": {"type": "object", "properties": {"a": {"type": "string"}}}"#
  }

  @Test("All keys of a model file are read, in any order")
  func wholeFile() {
    let model = expectFindings(
      inFile: #"""
        {"output": null, \#(Self.input), "example": {"a": "b"}, "retrieved": "2026-11-20",
         "source": "s", "description": "d", "title": "t", "model_id": "v/m/x"}
        """#, at: "v/m/x.json")
    #expect(model?.id == "v/m/x")
    #expect(model?.title == "t")
    #expect(model?.description == "d")
    #expect(model?.source == "s")
    #expect(model?.retrieved == "2026-11-20")
    #expect(model?.input.line == "{a: string}")
    #expect(model?.example?.text == #"{"a": "b"}"#)
    #expect(model?.inputSchema.pointer == "/input")
    guard case .common? = model?.output else {
      Issue.record("null is the common output")
      return
    }
  }

  @Test("example_request is an example, and two examples are reported")
  func exampleRequest() {
    let model = expectFindings(
      inFile: #"{"model_id": "v/m", \#(Self.input), "example_request": {"a": "c"}}"#)
    #expect(model?.example?.text == #"{"a": "c"}"#)
    let both = expectFindings(
      inFile:
        #"{"model_id": "v/m", \#(Self.input), "example": {}, "example_request": 1️⃣{"a": "c"}}"#,
      .warning(
        #""example_request" is another word for "example", which is there too"#,
        fix: "keep one of the two"))
    #expect(both?.example?.text == "{}")
    #expect(
      expectFindings(inFile: #"{"model_id": "v/m", \#(Self.input), "example": null}"#)?.example
        == nil)
  }

  @Test(
    "An output is read bare or wrapped, and the common one is recognized",
    arguments: [
      (#"{"output": {"type": "object", "properties": {"image": {"type": "string"}}}}"#, "common"),
      (
        #"{"type": "object", "properties": {"images": {"type": "array", "items": {"type": "string"}}}}"#,
        "common"
      ),
      ("{}", "common"), (#"{"type": "object"}"#, "common"),
      (
        #"{"output": {"type": "object", "properties": {"text": {"type": "string"}}}}"#,
        "{text: string}"
      ),
      (#"{"type": "object", "properties": {"output": {"type": "string"}}}"#, "{output: string}"),
      (#"{"type": "string", "format": "uri"}"#, "value string"),
    ])
  func outputs(output: String, expected: String) {
    let model = expectFindings(
      inFile: #"{"model_id": "v/m", \#(Self.input), "output": \#(output)}"#)
    switch model?.output {
    case .common?: #expect(expected == "common")
    case .object(let object)?: #expect(object.line == expected)
    case .value(let shape)?: #expect("value \(shape.line)" == expected)
    case nil: Issue.record("no model")
    }
  }

  @Test("An invalid or empty output is read as the common one, with a warning")
  func brokenOutputs() {
    expectFindings(
      inFile: #"{"model_id": "v/m", \#(Self.input), "output": 1️⃣"image"}"#,
      .warning("the output must be a schema, not a string; it is read as the common one"))
    expectFindings(
      inFile: #"{"model_id": "v/m", \#(Self.input), "output": 1️⃣{"title": "Output"}}"#,
      .warning(
        "nothing says what the output is; it is read as the common one",
        fix: #"set "type": "object""#))
  }

  @Test("A bare input schema is a model whose ID is the path")
  func bareSchema() {
    let model = expectFindings(
      inFile: #"{"type": "object", "properties": {"input": {"type": "string"}}}"#,
      at: "vendor/model.json")
    #expect(model?.id == "vendor/model")
    #expect(model?.input.line == "{input: string}")
    #expect(
      expectFindings(inFile: #"{"properties": {}, "type": "object"}"#, at: "v/m.model.json")?.id
        == "v/m")
    expectFindings(
      inFile: #"1️⃣{"type": "object", "properties": {}}"#,
      .error(
        "a bare schema has its id from its path in the schemas folder, and this has none",
        fix: #"wrap it: {"model_id": "vendor/model", "input": …}"#))
  }

  @Test("A missing ID is taken from the path, with a note, and is an error without a path")
  func missingID() {
    let model = expectFindings(
      inFile: "1️⃣{\(Self.input)}", at: "v/m.json",
      .note(#""model_id" is missing; the path stands for "v/m""#))
    #expect(model?.id == "v/m")
    expectFindings(
      inFile: "1️⃣{\(Self.input)}",
      .error(#""model_id" is missing"#, fix: #"add "model_id": "vendor/model""#))
  }

  @Test(
    "An ID that differs from the path is reported")
  func pathMismatch() {
    let model = expectFindings(
      inFile: #"{"model_id": 1️⃣"v/My Model", \#(Self.input)}"#, at: "v/other.json",
      .warning(
        #"the id "v/My Model" is not the file's path "v/other"; the id counts"#,
        fix: "move the file to v/My-Model.json"))
    #expect(model?.id == "v/My Model")
    expectFindings(inFile: #"{"model_id": "v/My Model", \#(Self.input)}"#, at: "v/My-Model.json")
    expectFindings(inFile: #"{"model_id": "v/m", \#(Self.input)}"#, at: "v__m.json")
  }

  @Test(
    "An ID that isn't valid in a URL is an error",
    arguments: [
      ("", "the id is empty"), ("a//b", #"the id "a//b" has an empty segment"#),
      ("/a", #"the id "/a" has an empty segment"#),
      ("a/../b", #"the id "a/../b" has a segment that means a folder"#),
      ("a/\\u0001", "the id holds a control character"),
      (String(repeating: "a", count: 513), "the id is longer than 512 bytes"),
    ])
  func brokenIDs(id: String, message: String) {
    expectFindings(
      inFile: #"{"model_id": 1️⃣"\#(id)", \#(Self.input)}"#,
      .error(message, fix: "an id reads vendor/model or vendor/model/variant"))
  }

  @Test("Unknown keys are kept with a note, and misspelled ones with a warning")
  func unknownKeys() {
    expectFindings(
      inFile: #"{"model_id": "v/m", 1️⃣"notes": [], 2️⃣"titel": "t", \#(Self.input)}"#,
      .note(#""notes" is not a key of model files; it is kept and ignored"#),
      .warning(
        #""titel" is not a key of model files; it is kept and ignored"#,
        fix: #"did you mean "title"?"#))
  }

  @Test("An invalid text is ignored and reported")
  func brokenTexts() {
    let model = expectFindings(
      inFile: #"{"model_id": "v/m", "title": 1️⃣[], "description": null, \#(Self.input)}"#,
      .warning(#""title" must be a string, not an array; it is ignored"#))
    #expect(model?.title == "")
  }

  @Test("A file without an input is an error with advice")
  func noInput() {
    expectFindings(
      inFile: #"1️⃣{"model_id": "v/m", "type": "object", "properties": {}}"#,
      .error(
        #"the file has no "input", and isn't an input schema itself"#,
        fix: #"put the schema itself under "input", beside "model_id""#))
    expectFindings(
      inFile: #"{"model_id": "v/m", 1️⃣"input_schema": {}}"#,
      .error(
        #"the file has no "input", and isn't an input schema itself"#,
        fix: #"rename "input_schema" to "input""#))
    expectFindings(
      inFile: "1️⃣{}",
      .error(
        #"the file has no "input", and isn't an input schema itself"#,
        fix: #"put the input schema under "input""#))
  }

  @Test(
    "An input that isn't an object is an error",
    arguments: [
      ("1️⃣5", "the input must be a schema, not a number", ""),
      ("1️⃣null", "the input must be a schema, not null", ""),
      ("1️⃣[]", "the input must be a schema, not an array", ""),
      (
        #"{"type": 1️⃣"string"}"#, "the input must describe an object, since a request body is one",
        #"set "type": "object""#
      ),
    ])
  func brokenInputs(input: String, message: String, fix: String) {
    expectFindings(in: input, .error(message, fix: fix))
  }

  @Test("An empty input is a model without fields, and reported")
  func emptyInput() {
    let model = expectFindings(
      in: "1️⃣{}",
      .warning(
        "the input describes no properties; every field must go through extraFields",
        fix: #"describe the fields under "properties""#))
    #expect(model?.input.line == "{}")
  }

  @Test(
    "A file that isn't an object is an error at its beginning",
    arguments: [("[]", "an array"), ("null", "null"), (#""a""#, "a string"), ("5", "a number")])
  func otherRoots(text: String, kind: String) {
    expectFindings(
      inFile: "1️⃣\(text)",
      .error(
        "a model file is a JSON object, and this is \(kind)",
        fix: "see \"Model files\" in modelgen's article AddingAModel.md"))
  }

  @Test("Invalid JSON is an error at its position")
  func noJSON() {
    let reading = ModelReader.read(
      ModelFile(path: "m.json", relativePath: nil, bytes: Array("{\n  \"a\": tru }".utf8)))
    #expect(reading.model == nil)
    #expect(reading.diagnostics.map(\.severity) == [.error])
    #expect(reading.diagnostics.first?.place?.line == 2)
    #expect(reading.diagnostics.first?.description.hasPrefix("m.json:2:8: error: ") == true)
  }

  @Test(
    "Every JSON file of a schemas folder is a model file, except configuration and corrections",
    arguments: [
      ("a.json", true), ("a.model.json", true), ("modelgen.json", false),
      ("a.patch.json", false), (".a.json", false), ("a.txt", false),
    ])
  func names(name: String, isModelFile: Bool) {
    #expect(ModelFile.isModelFile(named: name) == isModelFile)
  }
}
