import ModelRuntime
import ModelTesting
import ModelTransport

/// Answers of the service, as most tests want them.
extension Sandbox {
  static let file = "https://f.runcomfy.net/1.png"

  /// Takes a job, which then goes the way of these states.
  func takesAJob(_ states: ScriptedAnswer..., result: ScriptedAnswer = .done) {
    transport.on(.post, "/v1/models/acme/sketch/draw", .json(#"{"request_id": "r-1"}"#))
    transport.on(
      ScriptedMatch(.get, "*/status"), states + [ScriptedAnswer.state("completed").always])
    transport.on(.get, "*/result", result.always)
  }

  func servesTheFile(_ body: [UInt8] = Sandbox.picture) {
    transport.on(.get, "/1.png", .status(200, body: body).always)
  }

  /// The first bytes of a PNG, which is all that tells it from a web page.
  static let picture = Array("\u{89}PNG".unicodeScalars.map { UInt8($0.value) }) + [13, 10, 26, 10]

  /// The number of submissions and attempts.
  var posts: Int {
    transport.requests.filter { $0.method == .post && $0.url.contains("/v1/models/") }.count
  }

  /// The body that was sent.
  var sent: JSONValue? {
    transport.requests.first { $0.method == .post }
      .flatMap { try? JSONValue(parsing: $0.body ?? []) }
  }
}

extension ScriptedAnswer {
  static func state(_ status: String, _ more: String = "") -> Self {
    .json(#"{"request_id": "r-1", "status": "\#(status)"\#(more)}"#)
  }

  static var done: Self {
    .state("succeeded", #", "output": {"image": "\#(Sandbox.file)"}, "cost": 0.03"#)
  }
}
