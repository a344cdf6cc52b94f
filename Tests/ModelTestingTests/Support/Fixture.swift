import Foundation
import ModelCore
import ModelSchema
import ModelTransport
import Testing

@testable import ModelTesting

/// A service of a small model or two, and calls to it.
final class Fixture {
  let service: MockService
  /// The time that jobs go by.
  let time: TestTime

  init(
    model: String = Fixture.draw, pace: Pace = .standard,
    _ change: (inout MockService.Options) -> Void = { _ in }
  ) throws {
    let time = TestTime()
    var options = MockService.Options()
    options.pace = pace
    options.now = { time.now }
    change(&options)
    self.time = time
    service = try MockService.start(models: [try Fixture.model(model)], options: options)
  }

  deinit { service.stop() }

  static func model(_ text: String) throws -> Model {
    let file = ModelFile(path: "model.json", relativePath: nil, bytes: Array(text.utf8))
    let opened = try #require(ModelReader.open(file).0)
    return try #require(ModelReader.interpret(opened).model)
  }

  /// A model of images; `prompt` is required and at most 20 characters.
  static let draw = model(
    "acme/sketch 1.0/draw",
    #"{"prompt": {"type": "string", "maxLength": 20}, "size": {"type": "string"}, "#
      + #""num_images": {"type": "integer"}}"#)

  static func model(_ id: String, _ properties: String, output: String? = nil) -> String {
    let output = output.map { #", "output": \#($0)"# } ?? ""
    return #"{"model_id": "\#(id)", "input": {"type": "object", "required": ["prompt"], "#
      + #""properties": \#(properties)}\#(output)}"#
  }

  struct Outcome {
    let status: Int
    let answer: RawAnswer

    var json: JSONValue { (try? JSONValue(parsing: answer.body)) ?? .null }
    var code: Int? { json["error_code"]?.int }
  }

  /// One call on a connection of its own.
  func call(
    _ method: String, _ path: String, token: String? = "secret", headers: String = "",
    body: String? = nil
  ) throws -> Outcome {
    let client = try #require(RawClient(service.port))
    let authorization = token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
    let length = body.map { "Content-Length: \($0.utf8.count)\r\n" } ?? ""
    client.send(
      "\(method) \(path) HTTP/1.1\r\nHost: x\r\n\(authorization)\(headers)\(length)\r\n"
        + (body ?? ""))
    let answer = try #require(client.answer(hasBody: method != "HEAD"))
    return Outcome(status: answer.status, answer: answer)
  }

  static let path = "/v1/models/acme/sketch%201.0/draw"

  func submit(_ body: String = #"{"prompt": "a boat"}"#, token: String = "secret") throws -> Outcome
  {
    try call("POST", Fixture.path, token: token, body: body)
  }

  /// A job that was accepted.
  func job(_ body: String = #"{"prompt": "a boat"}"#) throws -> String {
    try #require(try submit(body).json["request_id"]?.string)
  }

  func status(_ id: String) throws -> Outcome { try call("GET", "/v1/requests/\(id)/status") }
  func result(_ id: String, _ query: String = "") throws -> Outcome {
    try call("GET", "/v1/requests/\(id)/result\(query)")
  }
  func cancel(_ id: String) throws -> Outcome { try call("POST", "/v1/requests/\(id)/cancel") }

  /// A file by the address that a result gives.
  func download(_ url: String, headers: String = "") throws -> Outcome {
    #expect(url.hasPrefix(service.baseURL.absoluteString + "/"))
    return try call(
      "GET", String(url.dropFirst(service.baseURL.absoluteString.count)), token: nil,
      headers: headers)
  }
}

/// A clock that moves when a test says so.
final class TestTime: Sendable {
  private let current = Locked(Duration.zero)

  var now: Duration { current.withLock { $0 } }

  func pass(_ duration: Duration) { current.withLock { $0 += duration } }
}

/// A variable that widens what a test looks at.
func environment(_ name: String) -> String? {
  ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
}
