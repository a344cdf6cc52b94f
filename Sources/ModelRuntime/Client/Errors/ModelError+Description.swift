extension ModelError: CustomStringConvertible {
  /// What went wrong and, where there is a job, which one.
  public var description: String {
    let job = handle.map { "\n  job: \($0)" } ?? ""
    return text + job
  }

  private var text: String {
    switch reason {
    case .invalidRequest(let error): "\(error)"
    case .noToken(let text), .invalidBaseURL(let text): text
    case .invalidModelID(let id): "\"\(ServiceText.line(id.rawValue))\" is no model id"
    case .notSent(let error): "the job was not submitted: \(error)"
    case .submissionUnknown(let doubt):
      """
      whether the job was submitted is unknown: \(doubt)
        It may be charged. Look at the account's list of jobs before submitting it again.
      """
    case .refused(let error): "the service refused: \(error)"
    case .jobUnknown(let error): "the service doesn't know the job, or no longer: \(error)"
    case .jobFailed(let record): "the job failed: \(ServiceText.line(record.failure, limit: 2_000))"
    case .jobCancelled: "the job was cancelled"
    case .missingOutput: "the job has succeeded and gives nothing"
    case .resultUnavailable(let problem): "the job has ended, its result can't be had: \(problem)"
    case .mismatch(let text): ServiceText.line(text)
    case .unreadable(let problem): "the answer can't be used: \(problem)"
    case .deadlinePassed(let update): "the deadline passed; the job was \(update)"
    case .stateNeverRead(let problem):
      "the deadline passed, and the job's state was never learnt"
        + (problem.map { ": \($0)" } ?? "")
    case .retryTooLate(let after, let problem):
      "the service asks for \(after.components.seconds) s, longer than the deadline: \(problem)"
    case .readFailed(let problem): "\(problem)"
    case .cancelled: "cancelled"
    case .download(let problem): ServiceText.line("\(problem)", limit: 1_000)
    }
  }
}

extension SubmissionDoubt: CustomStringConvertible {
  public var description: String {
    switch self {
    case .connection(let error): "\(error)"
    case .service(let error): "\(error)"
    case .unreadable(let status, let excerpt): "HTTP \(status) with \"\(excerpt)\""
    case .cancelled: "the call was cancelled before the service answered"
    case .deadlinePassed: "the deadline passed before the service answered"
    }
  }
}

extension ReadProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .connection(let error): "\(error)"
    case .service(let error): "\(error)"
    case .unreadable(let status, let excerpt): "unreadable, HTTP \(status) with \"\(excerpt)\""
    }
  }
}
