import ModelCore

/// One line of a journal: something that happened to one job, and when.
struct JournalLine: Sendable, Hashable {
  enum Event: Sendable, Hashable {
    /// The request is about to be sent.
    case intent(Intent)
    /// The service gave the job an ID.
    case accepted(id: String)
    /// It is certain that there is no job.
    case notSubmitted(reason: String)
    /// It isn't known whether there is a job, and nobody waits for the answer any more.
    case unclear(reason: String)
    /// The job has ended.
    case ended(End)
    /// Somebody decided what becomes of the job.
    case resolved(JobJournal.Resolution)
    /// Jobs that are no longer in the journal.
    case summary(Summary)
  }

  struct Intent: Sendable, Hashable {
    var key: String?
    var model: String
    var service: String
    /// The digest of the body.
    var body: String
    /// The name of the open journal that submits the job; see ``JournalWriters``.
    var writer: String
    /// The cost in US dollars that the budget assumes until the real one is known.
    var reserved: Double?
  }

  struct End: Sendable, Hashable {
    var status: String
    var output: JSONValue?
    var cost: Double?
    /// The time that the job took, in seconds.
    var seconds: Double?
  }

  struct Summary: Sendable, Hashable {
    var model: String
    var jobs: Int
    var cost: Double
  }

  /// The version of the format that is written here.
  static var version: Int { 1 }

  var job: String
  /// The date in seconds since 1970.
  var time: Double
  var event: Event

  /// The line as JSON, with the newline at its end.
  var bytes: [UInt8] {
    var members: [(String, JSONValue)] = [
      ("v", JSONValue(JournalLine.version)), ("event", .string(name)), ("job", .string(job)),
      ("time", .string(ISO8601.text(time))),
    ]
    func add(_ key: String, _ value: JSONValue?) { value.map { members.append((key, $0)) } }
    switch event {
    case .intent(let intent):
      add("key", intent.key.map { .string($0) })
      add("model", .string(intent.model))
      add("service", .string(intent.service))
      add("body", .string(intent.body))
      add("writer", .string(intent.writer))
      add("reserved", intent.reserved.map { JSONValue($0) })
    case .accepted(let id): add("id", .string(id))
    case .notSubmitted(let reason), .unclear(let reason): add("reason", .string(reason))
    case .ended(let end):
      add("status", .string(end.status))
      add("cost", end.cost.map { JSONValue($0) })
      add("seconds", end.seconds.map { JSONValue($0) })
      add("output", end.output)
    case .resolved(let resolution):
      add("decision", .string(resolution.word))
      if case .adopt(let id) = resolution { add("id", .string(id)) }
    case .summary(let summary):
      add("model", .string(summary.model))
      add("jobs", JSONValue(summary.jobs))
      add("cost", JSONValue(summary.cost))
    }
    return Array(JSONValue.object(JSONObject(members)).description.utf8) + [UInt8(ascii: "\n")]
  }

  private var name: String {
    switch event {
    case .intent: "intent"
    case .accepted: "accepted"
    case .notSubmitted: "not_submitted"
    case .unclear: "unclear"
    case .ended: "ended"
    case .resolved: "resolved"
    case .summary: "summary"
    }
  }
}

extension JobJournal.Resolution {
  fileprivate var word: String {
    switch self {
    case .resubmit: "resubmit"
    case .abandon: "abandon"
    case .adopt: "adopt"
    }
  }
}
