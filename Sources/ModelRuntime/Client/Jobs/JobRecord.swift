public import JSONTree

/// What the service knows of a job at one moment, its output included once there is one.
public struct JobRecord: Sendable, Hashable {
  public let status: JobStatus
  /// Nil until the job has succeeded.
  public let output: JSONValue?
  /// What went wrong, in whatever form the service puts it.
  public let error: JSONValue?
  /// When the job was made and when it ended, as the service writes it.
  public let createdAt: String?
  public let finishedAt: String?
  /// In US dollars, where the service tells; nil for what can't be a price.
  public let cost: Double?
  /// The whole answer.
  public let json: JSONValue

  /// - Parameter status: What is known from elsewhere, where the answer lags behind.
  init(_ json: JSONValue, status: JobStatus? = nil) {
    self.status = status ?? JobStatus(json["status"]?.string)
    output = json["output"].flatMap { JobRecord.holdsAnything($0) ? $0 : .none }
    error = [json["error"], json["failure_reason"]].lazy.compactMap { $0 }.first { $0 != .null }
    createdAt = json["created_at"]?.string
    finishedAt = json["finished_at"]?.string
    cost = json["cost"]?.double.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    self.json = json
  }

  /// The words for a failure.
  public var failure: String {
    switch error {
    case .string(let text)?: text
    case let error?:
      error["message"]?.string ?? error["error_message"]?.string ?? error.description
    case nil: "the service gave no reason"
    }
  }

  /// A Boolean value that indicates whether the job has succeeded with neither output nor error.
  var lacksOutput: Bool {
    (status == .succeeded || status == .completed) && output == nil && error == nil
  }

  private static func holdsAnything(_ output: JSONValue) -> Bool {
    switch output {
    case .null: false
    case .string(let text): !text.isEmpty
    case .array(let items): items.contains(where: holdsAnything)
    case .object(let object): object.members.contains { holdsAnything($0.value) }
    case .bool, .number: true
    }
  }
}

/// The outcome of a job that has succeeded.
public struct JobResult<Output: ModelOutput>: Sendable, Hashable {
  public let output: Output
  /// The rest: cost, timestamps, the whole answer.
  public let record: JobRecord

  /// In US dollars, where the service tells.
  public var cost: Double? { record.cost }
  public var createdAt: String? { record.createdAt }
  public var finishedAt: String? { record.finishedAt }

  init(_ record: JobRecord, handle: JobHandle) throws(ModelError) {
    switch record.status {
    case .succeeded, .completed:
      guard let output = record.output else {
        let reason: ModelError.Reason =
          record.error == nil ? .emptyOutput(record) : .jobFailed(record)
        throw ModelError(reason, handle: handle)
      }
      self.output = Output(json: output)
      self.record = record
    case .cancelled: throw ModelError(.jobCancelled(record), handle: handle)
    default: throw ModelError(.jobFailed(record), handle: handle)
    }
  }
}
