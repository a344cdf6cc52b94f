import Foundation
import ModelCore
import TestSupport
import Testing

@testable import ModelTesting

/// The service's own codes.
@Suite("Refused requests") struct RefusalTests {
  @Test(
    "A missing, malformed or wrong token is 400004, on every call",
    arguments: [
      nil, "", "wrong",
    ] as [String?])
  func token(_ token: String?) throws {
    let fixture = try Fixture { $0.token = "secret" }
    let id = try fixture.job()
    let calls = [
      ("GET", "/v1/models"), ("GET", "/v1/models/categories"), ("GET", Fixture.path),
      ("POST", Fixture.path), ("GET", "/v1/requests/\(id)/status"),
      ("GET", "/v1/requests/\(id)/result"), ("POST", "/v1/requests/\(id)/cancel"),
    ]
    for (method, path) in calls {
      let outcome = try fixture.call(method, path, token: token, body: "")
      #expect(outcome.status == 400 && outcome.code == 400_004, "\(method) \(path)")
      #expect(outcome.json["error_message"]?.string?.hasPrefix("UserAccountError") == true)
    }
    #expect(fixture.service.submissionCount == 1)
  }

  @Test("Without a configured token, any token is accepted and has its own jobs (403001)")
  func foreign() throws {
    let fixture = try Fixture()
    let id = try fixture.job()
    for (method, call) in [("GET", "status"), ("GET", "result"), ("POST", "cancel")] {
      let outcome = try fixture.call(method, "/v1/requests/\(id)/\(call)", token: "another")
      #expect(outcome.status == 403 && outcome.code == 403_001)
    }
    #expect(try fixture.status(id).status == 200)
  }

  @Test("An unknown model is 400001, an unknown request 404001, an empty account 400002")
  func unknown() throws {
    let fixture = try Fixture { $0.balance = 0.1 }
    let model = try fixture.call("POST", "/v1/models/acme/none", body: "{}")
    #expect(model.status == 400 && model.code == 400_001)
    #expect(try fixture.call("GET", "/v1/models/acme/none").code == 400_001)
    #expect(try fixture.status("6f").code == 404_001)
    #expect(try fixture.submit().status == 200)
    let second = try fixture.job()
    let empty = try fixture.submit()
    #expect(empty.status == 400 && empty.code == 400_002)
    // What was cancelled in time is paid back.
    #expect(try fixture.cancel(second).status == 202)
    #expect(try fixture.submit().status == 200)
  }

  @Test("A body with a million invalid items has at most 500 problems")
  func manyProblems() throws {
    let model = Fixture.model(
      "acme/sketch 1.0/draw",
      #"{"prompt": {"type": "array", "items": {"type": "string"}}}"#)
    let fixture = try Fixture(model: model)
    let items = String(repeating: "1,", count: 20_000)
    let outcome = try fixture.submit("{\"prompt\": [\(items)1]}")
    let detail = outcome.json["detail"]?.array ?? []
    #expect(outcome.status == 422 && detail.count == 501)
    #expect(outcome.json["error_message"]?.string?.contains("more than 500 problems") == true)
    #expect(detail.last?["msg"] == "more than 500 problems; the rest was not checked")
  }

  @Test("An invalid body is 422001 with each problem and its path")
  func invalid() throws {
    let fixture = try Fixture()
    let long = try fixture.submit(#"{"prompt": "a boat that is far too long", "num_images": "2"}"#)
    #expect(long.status == 422 && long.code == 422_001)
    let details = long.json["detail"]?.array ?? []
    #expect(details.map { $0["loc"] } == [["body", "prompt"], ["body", "num_images"]])
    #expect(details.map { $0["type"]?.string } == ["maxLength", "type"])
    #expect(details.allSatisfy { $0["msg"]?.string?.isEmpty == false })
    let broken = try fixture.submit("{\"prompt\": \n oh}")
    #expect(broken.status == 422 && broken.code == 422_001)
    #expect(broken.json["error_message"]?.string?.contains("2:2: ") == true)
    #expect(try fixture.submit("[]").code == 422_001)
    #expect(try fixture.submit("").code == 422_001)
    #expect(fixture.service.submissionCount == 0)
  }

  @Test("An unknown path is 404 and a wrong method 405, both as JSON")
  func paths() throws {
    let fixture = try Fixture()
    for path in ["/", "/v1", "/v2/models", "/v1/requests/1", "/v1/requests/1/2/3", "/outputs/1"] {
      let outcome = try fixture.call("GET", path)
      #expect(outcome.status == 404 && outcome.json["error_message"] != nil, "\(path)")
    }
    let wrong = try fixture.call("DELETE", Fixture.path)
    #expect(wrong.status == 405 && wrong.answer["allow"] == "GET, HEAD, POST")
    #expect(try fixture.call("GET", "/v1/requests/1/cancel").answer["allow"] == "POST")
    #expect(try fixture.call("POST", "/v1/requests/1/status").answer["allow"] == "GET, HEAD")
    #expect(wrong.json["error_message"] != nil)
  }

  @Test("A port in use, a folder that is missing and one without models are typed errors")
  func start() throws {
    let fixture = try Fixture()
    let model = try Fixture.model(Fixture.draw)
    var options = MockService.Options()
    options.port = fixture.service.port
    let taken = #expect(throws: MockFailure.self) {
      try MockService.start(models: [model], options: options)
    }
    #expect(taken?.description.hasPrefix("port \(options.port) is in use") == true)
    for folder in ["/nowhere/at/all", Repository.root + "/Sources/ModelTesting"] {
      let missing = #expect(throws: MockFailure.self) { try MockService.start(schemas: folder) }
      guard case .noModels(let text)? = missing else {
        Issue.record("another error: \(String(describing: missing))")
        continue
      }
      #expect(text.contains(folder))
    }
    #expect(throws: MockFailure.self) { try MockService.start(models: []) }
  }

  @Test("In a folder with other JSON files, *.model.json files are served and broken ones reported")
  func folders() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("modelgen-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Fixture.draw.utf8).write(to: folder.appendingPathComponent("draw.model.json"))
    try Data("[1]".utf8).write(to: folder.appendingPathComponent("settings.json"))
    var options = MockService.Options()
    let all = try MockService.start(schemas: folder.path, options: options)
    #expect(
      all.diagnostics.contains { $0.severity == .error && $0.file.hasSuffix("settings.json") })
    options.files = .modelJSON
    let chosen = try MockService.start(schemas: folder.path, options: options)
    #expect(!chosen.diagnostics.contains { $0.severity == .error })
    #expect(chosen.port != all.port)
  }
}
