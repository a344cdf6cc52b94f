#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension ModelError: LocalizedError {
  /// The message of the error, without the job.
  public var errorDescription: String? { message }
}

extension ServiceError: LocalizedError {
  /// The message of the error.
  public var errorDescription: String? { description }
}

extension ReadFailure: LocalizedError {
  /// The message of the failure.
  public var errorDescription: String? { description }
}

extension SubmissionUncertainty: LocalizedError {
  /// The message of the error.
  public var errorDescription: String? { description }
}

extension JobJournal.Problem: LocalizedError {
  /// The message of the problem.
  public var errorDescription: String? { description }
}

extension DownloadError: LocalizedError {
  /// The message of the error.
  public var errorDescription: String? { description }
}

extension InvalidRequest: LocalizedError {
  /// The message of the error, with a line for each issue.
  public var errorDescription: String? { description }
}

extension MediaFileError: LocalizedError {
  /// The message of the error.
  public var errorDescription: String? { description }
}
