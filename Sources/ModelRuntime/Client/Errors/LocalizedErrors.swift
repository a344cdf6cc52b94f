public import ModelCore

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

  /// A suggestion for what to do about the error.
  public var recoverySuggestion: String? {
    switch self {
    case .earlier:
      "It may be charged. Look at the account's list of jobs, then resolve the job in the journal."
    default: "It may be charged. Look at the account's list of jobs before submitting it again."
    }
  }
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

  /// A suggestion for what to do about the error.
  public var recoverySuggestion: String? {
    "Correct the values. If the schema is out of date, allow the rules in the validation policy."
  }
}

extension FieldDecodingError: LocalizedError {
  /// The message of the error, with a line for each issue.
  public var errorDescription: String? { description }

  /// A suggestion for what to do about the error.
  public var recoverySuggestion: String? {
    "Correct the JSON, or read it with bindings of the version that wrote it."
  }
}

extension JSONParsingError: LocalizedError {
  /// The position and the problem, for an alert: `line 2, column 14: expected ',' or '}'`.
  public var errorDescription: String? { "line \(line), column \(column): \(message)" }
}

extension MediaFileError: LocalizedError {
  /// The message of the error.
  public var errorDescription: String? { description }

  /// A suggestion for what to do about the error.
  public var recoverySuggestion: String? {
    switch problem {
    case .tooLarge: "Pass the file by URL instead."
    case .unreadable, .wrongKind: nil
    }
  }
}
