import ModelCore
import ModelRuntime
import ToolSupport

/// The result of one line of a batch.
struct BatchRecord: Sendable {
  enum Status: String, Sendable {
    case succeeded
    /// The job failed, or one of its files couldn't be downloaded.
    case failed
    /// It is unknown whether the job was submitted.
    case unknown
    /// There is no job.
    case notSubmitted = "not_submitted"
    /// The line can't be submitted.
    case invalid
    /// The job goes on without this command.
    case unfinished
  }

  var line: Int
  var key: String?
  var model: String?
  var status: Status
  var requestID: String?
  var baseURL: String?
  /// The digest of the request body.
  var body: String?
  var output: JSONValue?
  /// The paths of the files.
  var files: [String] = []
  var cost: Double?
  var error: String?

  init(line: Int, status: Status) { (self.line, self.status) = (line, status) }

  init(_ line: BatchLine, _ status: Status, at baseURL: String) {
    self.init(line: line.number, status: status)
    (key, model) = (line.key, line.request.modelID.rawValue)
    (body, self.baseURL) = (line.digest, baseURL)
  }

  /// Reads a line of a file of results.
  init?(_ json: JSONValue) {
    guard let line = json["line"]?.int, let status = json["status"]?.string.flatMap(Status.init)
    else { return nil }
    self.init(line: line, status: status)
    (key, model) = (json["key"]?.string, json["model"]?.string)
    (requestID, baseURL) = (json["request_id"]?.string, json["base_url"]?.string)
    (body, error) = (json["body"]?.string, json["error"]?.string)
    (output, cost) = (json["output"], json["cost"]?.double)
    files = json["files"]?.array?.compactMap(\.string) ?? []
  }

  var json: JSONValue {
    var object = JSONObject()
    object["line"] = .number(JSONNumber(line))
    object["status"] = .string(status.rawValue)
    let texts = [
      ("key", key), ("model", model), ("request_id", requestID), ("base_url", baseURL),
      ("body", body), ("error", error),
    ]
    for (name, text) in texts { if let text { object[name] = .string(text) } }
    if let output { object["output"] = output }
    if !files.isEmpty { object["files"] = .array(files.map { .string($0) }) }
    if let cost = cost.flatMap({ JSONNumber($0) }) { object["cost"] = .number(cost) }
    return .object(object)
  }
}
