extension ModelError {
  /// A Boolean value that indicates whether trying again may succeed without a second job.
  ///
  /// If the error carries a ``handle``, try again with that job instead of submitting the request
  /// once more.
  public var isRetryable: Bool {
    switch reason {
    case .notSent(let error): error.isRetryable
    case .refused(let error): error.isRetryable
    case .resultUnavailable(let failure), .readFailed(let failure): failure.isRetryable
    case .timedOut, .timedOutBeforeFirstStatus, .retryAfterExceedsTimeout: true
    case .download(let error): error.isRetryable
    case .invalidRequest, .missingToken, .invalidBaseURL, .invalidModelID, .submissionUnknown,
      .jobUnknown, .jobFailed, .jobCancelled, .emptyOutput, .unexpectedJob, .invalidResponse,
      .journal, .cancelled:
      false
    }
  }

  /// A Boolean value that indicates whether the error was thrown because the task was cancelled.
  ///
  /// Nothing was submitted, unless the error carries a ``handle``. A task that is cancelled while
  /// its submission is under way throws ``Reason/submissionUnknown(_:)`` instead, since there may be
  /// a job.
  public var isCancellation: Bool { if case .cancelled = reason { true } else { false } }

  /// A Boolean value that indicates whether the service refused because the account has no balance
  /// left.
  public var isInsufficientBalance: Bool {
    switch reason {
    case .refused(let error), .jobUnknown(let error), .submissionUnknown(.service(let error)),
      .readFailed(.service(let error)), .resultUnavailable(.service(let error)),
      .invalidResponse(.service(let error)), .timedOutBeforeFirstStatus(.service(let error)?):
      error.isInsufficientBalance
    default: false
    }
  }

  /// A suggestion for what to do about the error.
  public var recoverySuggestion: String? {
    switch reason {
    case .missingToken:
      """
      Set one of these environment variables to your token from runcomfy.com/profile:
        \(ModelClient.tokenVariables.joined(separator: ", "))
      """
    case .notSent(let error): error.recoverySuggestion
    case .submissionUnknown(let uncertainty): uncertainty.recoverySuggestion
    case .journal(let problem): problem.recoverySuggestion
    case .refused(let error): error.recoverySuggestion
    case .readFailed(let failure), .resultUnavailable(let failure),
      .timedOutBeforeFirstStatus(let failure?):
      failure.recoverySuggestion
    case .jobUnknown:
      "Results expire. Check the job's ID, and that it belongs to this service and account."
    case .timedOut, .timedOutBeforeFirstStatus(nil), .retryAfterExceedsTimeout:
      "The job goes on. Wait for it again with its handle."
    case .download(let error): error.recoverySuggestion
    case .invalidRequest(let error): error.recoverySuggestion
    case .invalidBaseURL: "A base URL looks like \(ModelClient.defaultBaseURL.absoluteString)."
    case .unexpectedJob, .invalidModelID, .jobFailed, .jobCancelled, .emptyOutput,
      .invalidResponse, .cancelled:
      nil
    }
  }
}

extension ServiceError {
  /// A Boolean value that indicates whether the same request may succeed later.
  public var isRetryable: Bool { category == .tooManyRequests || category == .unavailable }

  /// A Boolean value that indicates whether the account has no balance left.
  public var isInsufficientBalance: Bool { category == .insufficientFunds }

  /// A suggestion for what to do about the error.
  public var recoverySuggestion: String? {
    switch category {
    case .unauthorized:
      "Check the token. A new one from runcomfy.com/profile revokes the old one at once."
    case .insufficientFunds: "Add balance to the account at runcomfy.com."
    case .forbidden: "The job belongs to another account than the token."
    case .tooManyRequests: "Try again in a moment."
    case .invalidRequest where code == 400_001:
      "The service has no such model; its pages are at runcomfy.com/models."
    case .invalidRequest, .notFound, .unavailable, .redirect, .other: nil
    }
  }
}

extension ReadFailure {
  /// A suggestion for what to do about the failure.
  public var recoverySuggestion: String? {
    switch self {
    case .connection(let error): error.recoverySuggestion
    case .service(let error): error.recoverySuggestion
    case .invalidResponse: nil
    }
  }
}

extension DownloadError {
  /// A Boolean value that indicates whether the same download may succeed later.
  public var isRetryable: Bool {
    switch self {
    case .refused(let status): [408, 425, 429].contains(status) || status >= 500
    case .connection(let error): error.isRetryable
    case .changed, .timedOut: true
    case .notAURL, .hostNotAllowed, .expired, .tooLarge, .empty, .unexpected, .cannotWrite: false
    }
  }

  /// A suggestion for what to do about the error.
  public var recoverySuggestion: String? {
    switch self {
    case .hostNotAllowed: "Add the host to the allowed hosts of the download options."
    case .expired: "Read the job's result again for a fresh URL."
    case .tooLarge: "Allow more bytes in the download options."
    case .changed: "Try again."
    case .connection(let error): error.recoverySuggestion
    case .notAURL, .refused, .empty, .unexpected, .cannotWrite, .timedOut: nil
    }
  }
}
