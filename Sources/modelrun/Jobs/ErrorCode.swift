import ModelRuntime
import ToolSupport

/// The exit codes of errors.
///
/// The code tells the kind of problem, and not whether there is a job: a submitted job continues
/// after exit code 75, and a second `run` would be charged again. If a request ID was printed,
/// resume the job with `wait`.
extension ModelError {
  var exitCode: ExitCode {
    switch reason {
    case .invalidRequest: .badInput
    case .missingToken: .token
    case .invalidBaseURL: .usage
    case .invalidModelID: .badInput
    case .notSent(let error): error.kind == .timedOut ? .temporary : .unavailable
    case .submissionUnknown: .submissionUnknown
    case .jobFailed, .jobCancelled, .emptyOutput: .found
    case .refused(let error), .jobUnknown(let error): error.exitCode
    case .resultUnavailable(let problem), .invalidResponse(let problem), .readFailed(let problem):
      problem.exitCode
    case .unexpectedJob: .unavailable
    case .journal(let problem): problem.exitCode
    case .timedOut, .timedOutBeforeFirstStatus, .retryAfterExceedsTimeout: .temporary
    case .cancelled: .interrupted
    case .download(let problem): problem.exitCode
    }
  }
}

extension JobJournal.Problem {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .unavailable: .cannotWrite
    case .missing, .invalidKey: .usage
    case .keyInUse, .abandoned, .notResolvable, .unpriced: .badInput
    case .overBudget: .found
    }
  }
}

extension CommandFailure {
  /// Creates the failure of a command from any other error.
  init(of error: any Error) {
    self =
      (error as? UnsentRequest)?.failure ?? CommandFailure(describing: error)
  }
}

extension ServiceError {
  var exitCode: ExitCode {
    // The service's word for an id of a model that it doesn't have.
    if code == 400_001 { return .inputMissing }
    return switch category {
    case .invalidRequest: .badInput
    case .unauthorized, .forbidden: .token
    case .notFound: .inputMissing
    case .tooManyRequests: .temporary
    case .insufficientFunds: .noBalance
    case .unavailable, .redirect, .other: .unavailable
    }
  }
}

extension ReadFailure {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .connection, .invalidResponse: .unavailable
    case .service(let error): error.exitCode
    }
  }
}

extension DownloadError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .cannotWrite: .cannotWrite
    case .timedOut: .temporary
    case .tooLarge, .empty, .notAURL: .badInput
    case .hostNotAllowed, .expired, .refused, .connection, .changed, .unexpected: .unavailable
    }
  }
}
