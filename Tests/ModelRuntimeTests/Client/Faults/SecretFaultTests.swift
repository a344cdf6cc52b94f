import Foundation
import ModelCore
import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// The token is found, checked, and never shown.
@Suite("Faults: secrets", .withAndWithoutJournal) struct SecretFaultTests {
  private func client(
    token: String? = nil, baseURL: String? = nil, _ variables: [String: String] = [:]
  ) throws -> ModelClient {
    try ModelClient(
      token: token, baseURL: baseURL.flatMap { URL(string: $0) }, transport: ScriptedTransport(),
      environment: ClientEnvironment(variable: { variables[$0] }))
  }

  @Test(
    "F46: an invalid token is rejected immediately, and never printed",
    arguments: [
      "secret\r\n", "sec ret", "sec\u{0}ret", "sécret", "Bearer secret", "bearer secret", "",
      " secret", "secret\n", "sec\tret", "sec\u{7F}ret",
    ])
  func oddTokens(_ token: String) throws {
    for given in [true, false] where given || !token.isEmpty {
      let error = #expect(throws: ModelError.self) {
        if given {
          _ = try client(token: token)
        } else {
          _ = try client(["RUNCOMFY_TOKEN": token])
        }
      }
      let text = "\(try #require(error)) \(String(reflecting: error))"
      note("F46 token \(token.debugDescription)", posts: 0, "missingToken")
      #expect(!text.contains("secret") && !text.contains("ret\""))
    }
  }

  @Test("The first environment variable that is set is the token")
  func variables() throws {
    #expect(throws: ModelError.self) { try client() }
    let names = AccessToken.variables
    #expect(
      names == [
        "RUNCOMFY_TOKEN", "RUNCOMFY_API_TOKEN", "RUNCOMFY_API_KEY", "RUNCOMFY_KEY",
        "YOUR_API_TOKEN",
      ])
    for (index, name) in names.enumerated() {
      var set = Dictionary(uniqueKeysWithValues: names[index...].map { ($0, "token-of-\($0)") })
      if index > 0 { set[names[index - 1]] = "" }
      let found = try client(set)
      #expect(found.core.connection.token.authorization.value == "Bearer token-of-\(name)")
      var dumped = ""
      dump(found, to: &dumped)
      #expect(!"\(found) \(String(reflecting: found)) \(dumped)".contains("token-of"))
    }
  }

  @Test("F47: a token in a response is removed from errors")
  func reflected() throws {
    let token = Fixture.token
    let base64 = ["", "a", "ab"].map { prefix in
      String(decoding: Base64.encode(Array((prefix + token + "z").utf8)), as: UTF8.self)
    }
    let forms = [token, PercentEncoding.encode(token), token.replacing("/", with: "\\/")] + base64
    for form in forms {
      let body = #"{"error_message": "no: \#(form)", "detail": [{"msg": "\#(form)"}]}"#
      for status in [400, 500, 200] {
        let html = "<p>\(form)</p>"
        let fixture = try Fixture().on(
          "*", .status(status, body: Array((status == 200 ? html : body).utf8)).always)
        guard case .failure(let error)? = fixture.run() else {
          Issue.record("no error")
          continue
        }
        let text = "\(error) \(String(reflecting: error)) \(error.localizedText)"
        note("F47 \(status) reflects the token", posts: fixture.posts, "scrubbed")
        #expect(fixture.posts == 1)
        #expect(!text.contains(token) && !text.contains(form), "\(text)")
        #expect(!text.contains(base64[0].prefix(20)))
      }
    }
    let failing = try Fixture().takesJobs().status(.state("completed"))
      .result(.state("failed", #", "error": {"message": "bad \#(token)"}"#))
    let outcome = failing.run()
    #expect(!"\(try #require(outcome))".contains(token))
  }

  @Test(
    "The base URL is scheme and host, with or without /v1; http goes to this machine only",
    arguments: [
      ("https://example.com", "https://example.com"),
      ("https://EXAMPLE.com/v1", "https://example.com"),
      ("https://example.com:8443/v1/", "https://example.com:8443"),
      ("https://example.com:443/", "https://example.com"),
      ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://localhost", "http://localhost"),
      ("http://[::1]:99/v1", "http://[::1]:99"), ("http://example.com", nil),
      ("ftp://example.com", nil), ("example.com", nil), ("https://u:p@example.com", nil),
      ("https://example.com/v2", nil), ("https://example.com/?a", nil), ("https://", nil),
      ("https://example.com/v1/x", nil), ("https://example.com#v1", nil),
    ] as [(String, String?)])
  func baseURLs(_ given: String, _ expected: String?) throws {
    #expect((try? client(token: "t", baseURL: given))?.baseURL.absoluteString == expected)
    let byVariable = try? client(token: "t", ["RUNCOMFY_MODEL_API_BASE": given])
    #expect(byVariable?.baseURL.absoluteString == expected)
    #expect(try client(token: "t").baseURL == ModelClient.defaultBaseURL)
    #expect(ModelClient.defaultBaseURL.absoluteString == "https://model-api.runcomfy.net")
  }

  @Test("A handle from another service gets neither a request nor the token")
  func foreignHandle() throws {
    let fixture = try Fixture()
    let evil = try #require(URL(string: "https://evil.example"))
    let handle = try #require(
      JobHandle(jobID: "r-1", modelID: Sketch.modelID, baseURL: evil))
    let outcome = fixture.attempt { client throws(ModelError) in
      try await client.job(for: handle, of: Sketch.self).output()
    }
    #expect(outcome.word() == "unexpectedJob + handle")
    let other = try #require(JobHandle(jobID: "r-1", modelID: "a/b"))
    let wrongModel = fixture.attempt { client throws(ModelError) in
      try await client.job(for: other, of: Sketch.self).output()
    }
    #expect(wrongModel.word() == "unexpectedJob + handle")
    #expect(fixture.transport.requests.isEmpty)
  }
}

extension ModelError {
  var localizedText: String { "\(self as any Error)" }
}
