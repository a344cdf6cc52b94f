import ModelCore
import ModelRuntime
import SchemaValidator
import ToolSupport

/// An event in the life of a job.
enum JobEvent: Sendable {
  /// The request is about to be sent.
  case submitting(ModelID, baseURL: String)
  /// The service has accepted the job; the text says how to resume it.
  case submitted(JobHandle, resumeAdvice: String)
  case update(JobUpdate)
  /// The job has succeeded.
  case finished(JobRecord, JobHandle)
  case downloading(url: String, number: Int, count: Int)
  case downloaded(url: String, path: String)
  case notDownloaded(url: String, ModelError)
  /// A signal that ends the command, and what came of it.
  case interrupted(String, JobHandle?)
  case failed(Failure)

  /// An end without success.
  struct Failure: Sendable {
    var code: ExitCode
    var message: String
    /// The issues of a request that was not sent.
    var issues: [ValidationIssue] = []
    var handle: JobHandle?
    /// The command that resumes the job.
    var resume: String?
  }
}

extension JobEvent {
  /// One line for programs; nil for what matters to people only.
  var json: JSONValue? {
    switch self {
    case .submitting(let model, let baseURL):
      [
        "event": "submitting", "model": .string(model.rawValue), "base_url": .string(baseURL),
      ]
    case .submitted(let handle, _):
      [
        "event": "submitted", "request_id": .string(handle.jobID),
        "model": .string(handle.modelID.rawValue),
        "base_url": .string(handle.baseURL.absoluteString),
      ]
    case .update(let update):
      update.problem.map { JobEvent.json($0, in: update) }
        ?? .object(JobEvent.json(update, event: "status"))
    case .finished(let record, let handle):
      [
        "event": "finished", "request_id": .string(handle.jobID),
        "status": .string(record.status.rawValue), "output": record.output ?? .null,
        "cost": record.cost.flatMap { JSONNumber($0) }.map { .number($0) } ?? .null,
      ]
    case .downloading: nil
    case .downloaded(let url, let path):
      ["event": "file", "url": .string(url), "path": .string(path)]
    case .notDownloaded(let url, let error):
      ["event": "file", "url": .string(url), "error": .string(error.description)]
    case .interrupted(let message, let handle):
      [
        "event": "interrupted", "message": .string(message),
        "request_id": handle.map { .string($0.jobID) } ?? .null,
      ]
    case .failed(let failure): failure.json
    }
  }

  static func json(_ update: JobUpdate, event: String?) -> JSONObject {
    var object = JSONObject()
    if let event { object["event"] = .string(event) }
    object["status"] = .string(update.status.rawValue)
    if let position = update.queuePosition {
      object["queue_position"] = .number(JSONNumber(position))
    }
    if event != nil {
      object["elapsed"] = .number(JSONNumber(Int(update.elapsed.components.seconds)))
    }
    return object
  }
}

extension JobEvent {
  /// The event that tells that the job's status can't be read at the moment.
  private static func json(_ problem: ReadFailure, in update: JobUpdate) -> JSONValue {
    [
      "event": "problem", "message": .string("\(problem)"),
      "status": update.status == .unknown("") ? .null : .string(update.status.rawValue),
      "elapsed": .number(JSONNumber(Int(update.elapsed.components.seconds))),
    ]
  }
}

extension JobEvent.Failure {
  var json: JSONValue {
    [
      "event": "error", "exit": .number(JSONNumber(Int(code.rawValue))),
      "message": .string(message), "issues": .array(issues.map(\.json)),
      "request_id": handle.map { .string($0.jobID) } ?? .null,
      "resume": resume.map { .string($0) } ?? .null,
    ]
  }
}

extension JobUpdate {
  /// `in queue at 3`; behind it, where the status can't be read at the moment, the reason. One line,
  /// whatever the service says.
  var line: String {
    guard let problem else { return state }
    let reason = "\(problem)".split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\(state), reading its status fails: \(reason)"
  }
}
