public import ModelCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The record of a job at the service at one moment, with its output once there is one.
public struct JobRecord: Sendable, Hashable {
  /// The status of the job.
  public let status: JobStatus
  /// The output, or `nil` until the job has succeeded.
  public let output: JSONValue?
  /// The error of a failed job, in the form that the service gives it.
  public let error: JSONValue?
  /// The date at which the job was created, or `nil` if it is unknown or can't be read.
  public let createdAt: Date?
  /// The date at which the job ended, or `nil` if it is unknown or can't be read.
  public let finishedAt: Date?
  /// The cost of the job in US dollars, or `nil` if the service doesn't tell it.
  public let cost: Double?
  /// The whole answer of the service.
  public let json: JSONValue

  /// - Parameter status: What is known from elsewhere, where the answer lags behind.
  init(_ json: JSONValue, status: JobStatus? = nil) {
    self.status = status ?? JobStatus(json["status"]?.string)
    output = json["output"].flatMap { JobRecord.holdsAnything($0) ? $0 : .none }
    error = [json["error"], json["failure_reason"]].lazy.compactMap { $0 }.first { $0 != .null }
    createdAt = json["created_at"].flatMap(JobRecord.date)
    finishedAt = json["finished_at"].flatMap(JobRecord.date)
    cost = json["cost"]?.double.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    self.json = json
  }

  /// The message of a failed job.
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

  private static func date(_ value: JSONValue) -> Date? {
    value.double.map { Date(timeIntervalSince1970: $0) } ?? value.date
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

/// The result of a job that has succeeded.
public struct JobResult<Output: ModelOutput>: Sendable, Hashable {
  /// The output of the job.
  public let output: Output
  /// The record of the job, with its cost, dates and the whole answer of the service.
  public let record: JobRecord

  /// The cost of the job in US dollars, or `nil` if the service doesn't tell it.
  public var cost: Double? { record.cost }
  /// The date at which the job was created, or `nil` if it is unknown.
  public var createdAt: Date? { record.createdAt }
  /// The date at which the job ended, or `nil` if it is unknown.
  public var finishedAt: Date? { record.finishedAt }

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
