import ModelCore
import ModelSchema
import Testing

@testable import ModelImport

@Suite("Problems in pages")
struct PageProblemTests {
  /// Returns the problem of a bad page that is read together with a good one.
  private func problem(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Diagnostic {
    let good = PageLayout.indented.render(try Fixtures.page("acme/good"))
    let result = Fixtures.read(text, good)
    #expect(result.models.map(\.id) == ["acme/good"], sourceLocation: sourceLocation)
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1, "\(errors)", sourceLocation: sourceLocation)
    let error = try #require(errors.first, sourceLocation: sourceLocation)
    #expect(error.file == "1.txt", sourceLocation: sourceLocation)
    return error
  }

  private func page(_ id: String = "acme/bad") throws -> String {
    PageLayout.indented.render(try Fixtures.page(id))
  }

  @Test("A page without a schema is reported")
  func noSchema() throws {
    let page = try page()
    let cut = try #require(page.range(of: "Input schema"))
    let error = try problem(String(page[..<cut.lowerBound]) + "Imprint")
    #expect(error.message.contains("has no input schema"))
    #expect(page.line(of: error).hasPrefix("  --url https://model-api.example.com/v1/models/"))
    #expect(error.place?.column == 9)
  }

  @Test("An ID that a line break interrupts is an error")
  func torn() throws {
    let page = try page("acme/bad-1.0/edit")
    let name = try #require(page.range(of: "/v1/models/acme/bad-"))
    let error = try problem(
      String(page[..<name.upperBound]) + "\n" + String(page[name.upperBound...]))
    #expect(
      error.message == "a line break interrupts the model ID that begins with \"acme/bad-\"")
  }

  @Test("Typographic quotes are named")
  func typographicQuotes() throws {
    let page = try page()
    let cut = try #require(page.range(of: "Input schema"))
    let error = try problem(
      String(page[..<cut.lowerBound]) + "{“type”: “object”, “properties”: {}}")
    #expect(error.fix == "write \" instead of typographic quotes")
  }

  @Test(
    "JSON that isn't a schema by itself is reported with what to import",
    arguments: [
      (
        #"{"openapi": "3.1.0", "paths": {}}"#,
        "this is an OpenAPI document, which isn't read as a whole"
      ),
      (
        #"{"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}"#,
        "the schema is the value of \"schema\""
      ),
    ])
  func otherJSON(text: String, message: String) throws {
    #expect(try problem(text).message == message)
  }

  @Test("A page that ends in its schema is reported")
  func cutOff() throws {
    let page = try page()
    let cut = try #require(page.range(of: "1:1 & <b>"))
    let error = try problem(String(page[..<cut.lowerBound]))
    #expect(error.message.contains("cut off inside a schema of \"acme/bad\""))
    #expect(page.line(of: error) == "{")
    #expect(error.place?.column == 1)
  }

  @Test("A page that ends in its output schema is reported")
  func cutOffOutput() throws {
    let page = try page()
    let cut = try #require(page.range(of: "\"format\": \"uri\""))
    #expect(try problem(String(page[..<cut.lowerBound])).message.contains("cut off"))
  }

  @Test("The position of a truncated page is in the file")
  func cutOffHTML() throws {
    let page = PageLayout.entities.render(try Fixtures.page("acme/bad"))
    let cut = try #require(page.range(of: "1:1 &amp;"))
    let error = try problem(String(page[..<cut.lowerBound]))
    #expect(error.message.contains("cut off"))
    #expect(page.line(of: error).contains("<code>{"))
  }

  @Test("An error in a schema is reported at its position")
  func invalid() throws {
    let page = try page().replacing("\"integer\",", with: "\"integer\"")
    let error = try problem(page)
    #expect(error.message.contains("isn't valid JSON: expected ',' or '}'"))
    #expect(page.line(of: error).contains("\"maximum\": 4294967295"))
  }

  @Test("Two models with one schema on a page are reported")
  func sharedSchema() throws {
    let page = try page()
    let first = try #require(page.range(of: "Input schema"))
    let second = try self.page("acme/other")
    let error = try problem(String(page[..<first.lowerBound]) + second)
    #expect(error.message.contains("share this page"))
  }

  @Test("Two different schemas for one model are reported")
  func twoSchemas() throws {
    let page = try page()
    let other = page.replacing("4294967295", with: "7")
    let schema = try #require(other.range(of: "Input schema"))
    let error = try problem(page + "\n" + String(other[schema.lowerBound...]))
    #expect(error.message.contains("two input schemas on this page that differ"))
  }

  @Test("A schema without a curl command is reported")
  func noCommand() throws {
    let page = try page().replacing("/v1/models/", with: "/v1/")
    #expect(try problem(page).message.contains("no curl command"))
  }

  @Test(
    "Other texts are reported",
    arguments: [
      ("", "the source is empty"), ("Hello", "neither a curl command nor a schema"),
      ("{\"type\": \"object\",", "invalid JSON: the text ends"),
      ("[1, 2", "invalid JSON"), ("{\"status\": \"done\"}", "neither a schema"),
      ("{\"type\": \"object\", \"properties\": {}}", "doesn't name its model"),
      ("{\"models\": []}", "contains no models"),
      ("{\"output\": {\"type\": \"string\"}, \"model_id\": \"a/b\"}", "no source has an input"),
    ])
  func other(text: String, expected: String) throws {
    let error = try problem(text)
    #expect(error.message.contains(expected), "\(error)")
  }

  @Test("A text in UTF-16 is reported as such")
  func utf16() {
    let source = ImportSource(path: "page.txt", bytes: [0xFF, 0xFE, 0x41, 0])
    let result = ModelImporter.read([source])
    #expect(result.diagnostics.first?.message == "the text is encoded as UTF-16; save it as UTF-8")
  }

  @Test("Two models with a schema each on one page are both imported")
  func twoModels() throws {
    let first = PageLayout.flattened.render(try Fixtures.page("acme/one"))
    let second = PageLayout.flattened.render(try Fixtures.page("acme/two"))
    let result = Fixtures.read(first + "\n" + second)
    #expect(result.models.map(\.id) == ["acme/one", "acme/two"])
    #expect(!result.hasErrors)
  }

  @Test("A model with an invalid sample request is imported without it")
  func brokenExample() throws {
    let page = try page("acme/good").replacing("\"n\": 1.0", with: "\"n\": …")
    let result = Fixtures.read(page)
    #expect(result.models.first?.example == nil)
    #expect(result.models.count == 1)
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }

  fileprivate func replacing(_ text: String, with other: String) -> String {
    guard let range = range(of: text) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }

  /// The line that a diagnostic points to.
  fileprivate func line(of diagnostic: Diagnostic) -> Substring {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let index = (diagnostic.place?.line ?? 0) - 1
    return lines.indices.contains(index) ? lines[index] : ""
  }
}
