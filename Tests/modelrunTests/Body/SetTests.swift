import ModelRuntime
import Testing

@testable import modelrun

/// The value of `--set` becomes the type that the schema expects.
@Suite("--set") struct SetTests {
  /// The body that these assignments make, whatever else the model would want.
  private func body(_ assignments: String...) async throws -> JSONValue? {
    let sandbox = try Sandbox()
    sandbox.takesAJob()
    let words = assignments.flatMap { ["--set", $0] }
    let outcome = await sandbox.run(
      ["run", "acme/sketch/draw", "--schemas", "@/schemas", "--no-download", "--set", "prompt=x"]
        + words)
    #expect(outcome.code == .done, "\(outcome.error)")
    guard var object = sandbox.sent?.object else { return nil }
    object["prompt"] = nil
    return .object(object)
  }

  @Test("Strings are sent as typed")
  func textsStayAsTheyAreTyped() async throws {
    #expect(try await body("note=12", "style=ink") == ["note": "12", "style": "ink"])
    #expect(try await body("note=@somebody says a=b") == ["note": "@somebody says a=b"])
    #expect(try await body("note=null") == ["note": "null"])
  }

  @Test("Numbers and Boolean values aren't sent as strings")
  func numbersAndBooleansAreNoTexts() async throws {
    #expect(
      try await body("scale=0.5", "count=3", "force_single=true")
        == ["scale": 0.5, "count": 3, "force_single": true])
  }

  @Test("null is null if the schema allows it")
  func nullIsNullWhereTheSchemaHasIt() async throws {
    #expect(try await body("limit=null") == ["limit": .null])
  }

  @Test("Arrays are given by repetition or as JSON")
  func listsAreMadeOfRepetitionsOrOfJSON() async throws {
    #expect(try await body("tags=a", "tags=b,c") == ["tags": ["a", "b,c"]])
    #expect(try await body("seeds=1", "seeds=2") == ["seeds": [1, 2]])
    #expect(try await body("tags=[\"a\", \"b\"]", "tags=c") == ["tags": ["a", "b", "c"]])
  }

  @Test("Objects are given as JSON or by key")
  func objectsAreMadeOfJSONOrOfTheirKeys() async throws {
    #expect(
      try await body("lora.path=a", "lora.scale=0.5") == ["lora": ["path": "a", "scale": 0.5]])
    #expect(
      try await body(#"loras={"path": "a"}"#, #"loras={"path": "b"}"#)
        == ["loras": [["path": "a"], ["path": "b"]]])
  }

  @Test("A value without a type is JSON if it is valid JSON")
  func whatHasNoTypeIsJSONWhereItCanBe() async throws {
    #expect(try await body("extra=[1]") == ["extra": [1]])
    #expect(try await body("extra=plain words") == ["extra": "plain words"])
  }

  @Test("--set overrides --input")
  func setBeatsInput() async throws {
    let sandbox = try Sandbox()
    sandbox.takesAJob()
    let outcome = await sandbox.run(
      "run", "acme/sketch/draw", "--no-download", "--set", "tags=new", "--input",
      #"{"prompt": "x", "tags": ["old"], "scale": 1e-1}"#)
    #expect(outcome.code == .done)
    #expect(sandbox.sent == ["prompt": "x", "tags": ["new"], "scale": 0.1])
    let bytes = sandbox.transport.requests.first?.body ?? []
    #expect(String(decoding: bytes, as: UTF8.self).contains("1e-1"), "numbers keep their spelling")
  }

  @Test("A model without a schema accepts any key")
  func aModelWithoutASchemaTakesWhatIsGiven() async throws {
    let sandbox = try Sandbox()
    sandbox.transport.on(.post, "/v1/models/acme/other", .json(#"{"request_id": "r-1"}"#))
    let outcome = await sandbox.run(
      "submit", "acme/other", "--no-validate", "--set", "a=1", "--set", "b=text")
    #expect(outcome.code == .done, "\(outcome.error)")
    #expect(sandbox.sent == ["a": 1, "b": "text"])
  }
}
