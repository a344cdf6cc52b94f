import ModelCore
import ModelSchema
import SchemaValidator
import Testing

@Suite("Rules on files behind URLs")
struct RemoteFileTests {
  private static let facts: [String: MediaFacts] = [
    "https://a/wide.png": facts(.known(PixelSize(width: 101, height: 5))),
    "https://a/narrow.png": facts(.known(PixelSize(width: 100, height: 5))),
    "https://a/closed.png": facts(.unknown("the server responded with HTTP 403")),
  ]

  private static func facts(_ size: Fact<PixelSize>) -> MediaFacts {
    MediaFacts(
      format: .png, byteCount: .unknown("x"), stored: size, displayed: size,
      duration: .unknown("x"), framesPerSecond: .unknown("x"))
  }

  private func check() throws -> BodyCheck {
    let rule =
      #"{"validation_rule": "width_pixels<=", "validation_value": 100, "validation_error": "Too wide."}"#
    let image = #"{"type": "string", "format": "image_uri", "validations": [\#(rule)]}"#
    let properties =
      #"{"plain": {"type": "string", "format": "image_uri"}, "one": \#(image), "many": {"type": "array", "items": \#(image)}}"#
    let file = ModelFile(
      path: "m.json", relativePath: nil,
      bytes: Array(
        #"{"model_id": "a/b", "input": {"type": "object", "properties": \#(properties)}}"#.utf8))
    return BodyCheck(try #require(ModelReader.read(file).model))
  }

  @Test("Each file with rules is requested, and only known facts reject it")
  func judged() throws {
    let body = try JSONDocument(
      parsing: #"""
        {"plain": "https://a/wide.png", "one": "https://a/wide.png",
         "many": ["https://a/narrow.png", "https://a/closed.png", "data:image/png;base64,AAAA"]}
        """#
    ).root
    let verdict = try check().verdict(on: body) { Self.facts[$0] }
    #expect(verdict.issues.map(\.description) == ["one: 101 × 5 px. Too wide."])
    #expect(
      verdict.unchecked.map(\.description).contains(
        "many[1]: width_pixels<= was not checked: the server responded with HTTP 403"))
    #expect(!verdict.unchecked.contains { $0.path.description == "many[0]" })
    #expect(!verdict.unchecked.contains { $0.path.description == "plain" })
  }

  @Test("Without facts, every rule is unchecked")
  func unseen() throws {
    let body = try JSONDocument(parsing: #"{"one": "https://a/wide.png"}"#).root
    for lookup: RemoteFileLookup? in [nil, { _ in nil }] {
      let verdict = try check().verdict(on: body, remoteFile: lookup)
      #expect(verdict.isValid && verdict.unchecked.map(\.path.description) == ["one"])
    }
  }
}
