extension ModelError: CustomStringConvertible {
  /// The message of the error and, if there is one, the job.
  public var description: String {
    let job = handle.map { "\n  job: \($0)" } ?? ""
    return message + job
  }

  /// The message of the error, without the job.
  var message: String {
    switch reason {
    case .invalidRequest(let error): "\(error)"
    case .missingToken(let text), .invalidBaseURL(let text): text
    case .invalidModelID(let id): "\"\(ServiceText.line(id.rawValue))\" isn't a valid model ID"
    case .notSent(let error): "the job was not submitted: \(error)"
    case .submissionUnknown(let uncertainty):
      "whether the job was submitted is unknown: \(uncertainty)"
    case .refused(let error): "the service refused the request: \(error)"
    case .jobUnknown(let error): "the service doesn't know the job: \(error)"
    case .jobFailed(let record): "the job failed: \(ServiceText.line(record.failure, limit: 2_000))"
    case .jobCancelled: "the job was cancelled"
    case .emptyOutput: "the job succeeded without an output"
    case .resultUnavailable(let problem):
      "the job has ended, but its result isn't available: \(problem)"
    case .unexpectedJob(let text): ServiceText.line(text)
    case .invalidResponse(let problem): "the service's answer isn't valid: \(problem)"
    case .timedOut(let update): "timed out; the job was \(update)"
    case .timedOutBeforeFirstStatus(let problem):
      "timed out before the job's status was read"
        + (problem.map { ": \($0)" } ?? "")
    case .retryAfterExceedsTimeout(let after, let problem):
      "the service asks to retry after \(after.components.seconds) s, which exceeds the timeout: "
        + "\(problem)"
    case .readFailed(let problem): "\(problem)"
    case .journal(let problem): "the job was not submitted: \(problem)"
    case .cancelled: "cancelled"
    case .download(let problem): ServiceText.line("\(problem)", limit: 1_000)
    }
  }
}

extension SubmissionUncertainty: CustomStringConvertible {
  public var description: String {
    switch self {
    case .connection(let error): "\(error)"
    case .service(let error): "\(error)"
    case .invalidResponse(let status, let excerpt): "HTTP \(status) with \"\(excerpt)\""
    case .cancelled: "the call was cancelled before the service answered"
    case .timedOut: "timed out before the service answered"
    case .earlier(let entry):
      "an earlier submission"
        + (entry.key.map { " with the job key \"\(ServiceText.line($0))\"" } ?? "")
        + " on \(ISO8601.text(entry.submittedAt.timeIntervalSince1970)) wasn't answered"
    }
  }
}

extension ReadFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .connection(let error): "\(error)"
    case .service(let error): "\(error)"
    case .invalidResponse(let status, let excerpt):
      "invalid answer, HTTP \(status) with \"\(excerpt)\""
    }
  }
}
