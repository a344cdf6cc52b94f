public import ModelCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension JobJournal {
  /// A job as a journal knows it.
  public struct Entry: Sendable, Hashable, Identifiable {
    /// The name of the job in the journal.
    public let id: String
    /// The key that the job was submitted with, or `nil` if there was none.
    public let key: String?
    /// The model of the job.
    public let modelID: ModelID
    /// The scheme and host of the service that the job was submitted to.
    public let baseURL: URL
    /// The date of the submission.
    public let submittedAt: Date
    /// The state of the job.
    public let state: State
    /// The handle of the job, or `nil` if no ID of it is known.
    public let handle: JobHandle?
    /// The digest of the request body, such as `sha256:2c26…`.
    public let bodyDigest: String
    /// The output of a job that has succeeded, without the bytes of files; `nil` if it is too long to
    /// be kept.
    public let output: JSONValue?
    /// The cost of the job in US dollars, or `nil` if it is unknown.
    public let cost: Double?
    /// The date at which the end of the job was recorded.
    public let endedAt: Date?
  }

  /// The state of a job in a journal.
  public enum State: Sendable, Hashable {
    /// A program that is running submits the job at the moment.
    case submitting
    /// The service accepted the job, and its end isn't known yet.
    case submitted
    /// It is unknown whether the job was submitted. The reason is a message for people.
    case unknown(reason: String)
    /// The job has ended with this status.
    case ended(JobStatus)
    /// There is no job: the request wasn't sent, or the service refused it. The reason is a message
    /// for people.
    case notSubmitted(reason: String)
    /// The job was given up by ``JobJournal/resolve(_:as:)``, or another submission may take its
    /// place.
    case abandoned
  }

  /// A decision about a job.
  public enum Resolution: Sendable, Hashable {
    /// Frees the key of the job, so that the next call with it submits a new job.
    case resubmit
    /// Gives the job up. Calls with its key throw an error.
    case abandon
    /// Continues with the job of this ID, as the account's list of jobs shows it.
    case adopt(id: String)
  }
}

extension JobJournal.Entry {
  /// A Boolean value that indicates whether the job needs attention: it is running, being submitted,
  /// or it is unknown whether it was submitted.
  public var isUnfinished: Bool {
    switch state {
    case .submitting, .submitted, .unknown: true
    case .ended, .notSubmitted, .abandoned: false
    }
  }
}

extension JobJournal.State: CustomStringConvertible {
  /// The state in words.
  public var description: String {
    switch self {
    case .submitting: "being submitted"
    case .submitted: "submitted"
    case .unknown(let reason): "submission unknown: \(ServiceText.line(reason, limit: 300))"
    case .ended(let status): "\(status)"
    case .notSubmitted(let reason): "not submitted: \(ServiceText.line(reason, limit: 300))"
    case .abandoned: "abandoned"
    }
  }
}
