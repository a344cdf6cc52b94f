import Foundation
import ModelTesting
import ModelTransport

@_spi(Generated) @testable import ModelRuntime

/// A request as emitted code has it.
struct Sketch: ModelRequest {
  typealias Output = MediaOutput
  static var modelID: ModelID { "acme/sketch 1.0/draw" }
  var prompt: String
  var extraFields: JSONObject = [:]

  init(_ prompt: String = "a boat") { self.prompt = prompt }

  mutating func visit(_ fields: inout FieldVisitor) {
    fields.string("prompt", &prompt, minLength: 1, maxLength: 20)
  }
}

/// A world with a scripted service in it, and a client of that service.
struct Fixture: Sendable {
  let world: World
  let transport: ScriptedTransport
  var client: ModelClient

  static let token = "tok_0123456789abcdef+/xyz"
  static let submitted = #"{"request_id": "r-1", "status_url": "https://evil.example/s"}"#
  static let done =
    #"{"request_id": "r-1", "status": "succeeded", "output": {"image": "https://f.runcomfy.net/1.png"}}"#

  init(
    seed: UInt64? = nil, requestsPerSecond: Double = 20, journal: JobJournal? = nil
  ) throws {
    world = World(seed: seed)
    transport = ScriptedTransport(clock: VirtualClock(world: world))
    client = try Fixture.client(
      world, transport, requestsPerSecond: requestsPerSecond, journal: journal)
  }

  static func client(
    _ world: World, _ transport: any HTTPTransport, baseURL: String? = nil,
    requestsPerSecond: Double = 20, random: @escaping @Sendable () -> Double = { 0.5 },
    journal: JobJournal? = nil
  ) throws -> ModelClient {
    var environment = ClientEnvironment(
      clock: VirtualClock(world: world), random: random,
      date: { Date(timeIntervalSince1970: 1_800_000_000 + world.now.inSeconds) },
      variable: { _ in nil })
    environment.inBackground = { work in world.start(work) }
    return try ModelClient(
      token: token, baseURL: baseURL.flatMap { URL(string: $0) },
      requestsPerSecond: requestsPerSecond, transport: transport,
      environment: environment,
      journal: try journal ?? (JournalledScope.isOn ? .inMemory() : nil))
  }

  /// A service that takes jobs.
  func takesJobs() -> Self {
    transport.on(.post, "/v1/models/*", .json(Fixture.submitted))
    return self
  }

  func status(_ answers: ScriptedAnswer...) -> Self {
    transport.on(ScriptedMatch(.get, "*/status"), answers)
    return self
  }

  func result(_ answers: ScriptedAnswer...) -> Self {
    transport.on(ScriptedMatch(.get, "*/result"), answers)
    return self
  }

  func on(_ path: String, _ answers: ScriptedAnswer...) -> Self {
    transport.on(ScriptedMatch(.post, path), answers)
    return self
  }

  func set(_ change: (inout CallOptions) -> Void) -> Self {
    var copy = self
    change(&copy.client.options)
    return copy
  }

  /// The number of submissions and attempts.
  var posts: Int {
    transport.requests.filter { $0.method == .post && $0.url.contains("/v1/models/") }.count
  }

  var reads: [String] {
    transport.requests.filter { $0.method == .get }.map { request in
      String(request.url.prefix { $0 != "?" }.split(separator: "/").last ?? "")
    }
  }

  /// Runs a request to its end.
  func run(_ request: Sketch = Sketch()) -> Result<MediaOutput, ModelError>? {
    attempt { client throws(ModelError) in try await client.run(request) }
  }

  func attempt<Value: Sendable>(
    _ body: @escaping @Sendable (ModelClient) async throws(ModelError) -> Value
  ) -> Result<Value, ModelError>? {
    let client = client
    return world.run {
      do throws(ModelError) {
        return .success(try await body(client))
      } catch {
        return .failure(error)
      }
    }
  }
}

extension ScriptedAnswer {
  static func state(_ status: String, _ more: String = "") -> Self {
    .json(#"{"request_id": "r-1", "status": "\#(status)"\#(more)}"#)
  }

  static var done: Self { .json(Fixture.done) }
}
