import MediaProbe
import ModelCore
import ModelSchema
import TestSupport
import Testing
import ToolSupport

@testable import ModelTesting

/// All model files of this repository.
@Suite("All models on the mock service") struct EveryModelTests {
  @Test("Each model accepts a sample body, and its outputs can be opened")
  func each() throws {
    var options = MockService.Options()
    options.pace = .instant
    let service = try MockService.start(schemas: Repository.schemas, options: options)
    defer { service.stop() }
    let client = try #require(RawClient(service.port))
    func call(_ method: String, _ path: String, _ body: String = "") -> RawAnswer? {
      client.send(
        "\(method) \(path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n"
          + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
      return client.answer()
    }
    let models = ModelSet(try SchemasFolder(Repository.schemas)).entries
      .compactMap { $0.interpret().model }
    #expect(models.count > 50 && service.diagnostics.allSatisfy { $0.severity != .error })
    for model in models {
      let body = JSONValue.object(SampleBody.make(for: model))
      let accepted = try #require(call("POST", "/v1/models/\(model.id)", body.description))
      let text = String(decoding: accepted.body, as: UTF8.self)
      #expect(accepted.status == 200, "\(model.id) \(body): \(text)")
      guard let id = try JSONValue(parsing: accepted.body)["request_id"]?.string else { continue }
      let result = try JSONValue(
        parsing: try #require(call("GET", "/v1/requests/\(id)/result")).body)
      let files = try #require(result["output"]).texts
      #expect(!files.isEmpty, "\(model.id)")
      for url in files {
        let file = try #require(
          call("GET", String(url.dropFirst(service.baseURL.absoluteString.count))))
        let facts = MediaProbe.facts(of: file.body)
        let kind = url.hasSuffix(".png") ? "image" : url.hasSuffix(".mp4") ? "video" : "audio"
        #expect(file.status == 200 && facts.format.kind.map { "\($0)" } == kind, "\(model.id)")
        #expect(kind == "audio" || facts.displayed.value != nil, "\(model.id)")
        #expect(kind == "image" || facts.duration.value != nil, "\(model.id)")
      }
    }
  }
}

extension JSONValue {
  /// Every text in it.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.texts)
    case .object(let object): object.members.flatMap(\.value.texts)
    default: []
    }
  }
}
