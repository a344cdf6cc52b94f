import ModelCore

/// The known state of a job, and the next request to make. It changes only with the results of
/// reads, so that tests need no network and no clock.
struct JobProgress: Sendable {
  enum Question: Sendable, Hashable {
    /// Tells the place in the queue.
    case status
    /// Tells the state too, and brings the output as soon as there is one: a request saved.
    case result
  }

  let handle: JobHandle
  /// When the job, or where that is unknown the wait, began.
  let start: Duration
  let isSubmissionKnown: Bool
  /// When the job likely ends, by earlier jobs of its model.
  let forecast: DurationForecast?

  private(set) var question = Question.status
  private(set) var due: Duration
  /// The newest update, which may be about a failed read.
  private(set) var update: JobUpdate?
  /// The number of updates so far.
  private(set) var updates = 0
  /// The failure of the last read, or `nil` if it succeeded.
  private(set) var problem: ReadFailure?
  /// Until when the service asked not to be asked.
  private(set) var heldUntil: Duration?
  private(set) var end: Result<JobRecord, ModelError>?

  /// When a read last showed that the job goes on.
  private(set) var lastRunning: Duration?

  /// The update of the last read that showed a state.
  private var lastRead: JobUpdate?
  private var failures = 0
  /// The final status that `/status` reported. The result takes precedence.
  private var verdict: JobStatus?
  /// The number of times a finished job had no result.
  private var emptyResponses = 0
  /// The number of times `/status` didn't find the job since the last read that showed a state.
  private var denials = 0
  /// The last failure of `/status`, kept while `/result` is asked as well.
  private var denial: ReadFailure?
  /// A Boolean value that indicates whether `/result` refuses to answer before the job has ended.
  private var isResultRefused = false

  private static var emptyResponsesAllowed: Int { 5 }
  private static var denialsAllowed: Int { 4 }

  init(
    _ handle: JobHandle, start: Duration, isSubmissionKnown: Bool, firstPoll: Duration,
    forecast: DurationForecast? = nil
  ) {
    self.handle = handle
    self.forecast = forecast
    self.start = start
    self.isSubmissionKnown = isSubmissionKnown
    due = start + firstPoll
  }

  /// A Boolean value that indicates whether the job is known to have ended, so that only its result
  /// is missing. Reading that result takes priority over other reads.
  var hasEnded: Bool { verdict != nil }
  /// A Boolean value that indicates whether any read has shown a state.
  var isStateKnown: Bool { lastRead != nil }

  /// A failure ends the waits of those who waited for it; a later wait begins afresh.
  mutating func forgetFailure() {
    guard case .failure = end else { return }
    if denial != nil { question = .status }
    (end, denials, denial) = (nil, 0, nil)
  }

  mutating func absorb(
    _ answer: Result<JSONValue, ReadFailure>, at now: Duration, options: CallOptions,
    random: Double
  ) {
    let interval = options.polling.interval(
      elapsed: now - start, random: random, forecast: forecast)
    switch answer {
    case .success(let json):
      if let mismatch = handle.mismatch(with: json) {
        end = .failure(mismatch)
      } else {
        (failures, problem, heldUntil, denials, denial) = (0, nil, nil, 0, nil)
        take(json, at: now, interval: interval, options.retryPolicy, random)
      }
    case .failure(let problem):
      self.problem = problem
      let backoff = options.retryPolicy.delay(afterFailures: failures + 1, random: random)
      take(problem, at: now, delay: max(interval, backoff), options.retryPolicy, random)
    }
  }

  private mutating func take(
    _ json: JSONValue, at now: Duration, interval: Duration, _ retries: RetryPolicy,
    _ random: Double
  ) {
    let status = JobStatus(json["status"]?.string)
    switch (question, status.isTerminal) {
    case (.result, true):
      takeResult(JobRecord(json), at: now, retries, random)
    case (.status, true):
      (verdict, question, due) = (status, .result, now)
    case (.result, false) where verdict != nil:
      countEmptyResult(
        .invalidResponse(status: 200, excerpt: "status: \(status)"), JobRecord(json), at: now,
        retries,
        random)
    case (_, false):
      lastRunning = now
      note(status, json["queue_position"]?.int, at: now)
      if status == .inQueue { question = .status }
      if status == .inProgress { question = isResultRefused ? .status : .result }
      due = now + interval
    }
  }

  /// The first verdict stands: a result can spell out an end, not turn it into another. Success
  /// without an output may be that of a job whose output is still being written.
  private mutating func takeResult(
    _ record: JobRecord, at now: Duration, _ retries: RetryPolicy, _ random: Double
  ) {
    if record.lacksOutput {
      if verdict == nil { verdict = record.status }
      emptyResponses += 1
      if emptyResponses <= JobProgress.emptyResponsesAllowed {
        due = now + retries.delay(afterFailures: emptyResponses, random: random)
        return
      }
    }
    note(record.status, nil, at: now)
    end = .success(record)
  }

  private mutating func take(
    _ problem: ReadFailure, at now: Duration, delay: Duration, _ retries: RetryPolicy,
    _ random: Double
  ) {
    if let denial {
      end = .failure(ModelError(denial.terminalReason, handle: handle))
    } else if problem.isDenial, question == .result {
      takeRefusedResult(problem, at: now, delay: delay, retries, random)
    } else if problem.isDenial {
      takeDenial(problem, at: now, delay: delay, retries)
    } else if problem.isRetryable {
      postpone(after: problem, at: now, delay: delay)
      tell(problem, at: now)
    } else {
      end = .failure(ModelError(problem.terminalReason, handle: handle))
    }
  }

  /// While the job goes on, its state is what `/status` says.
  private mutating func takeRefusedResult(
    _ problem: ReadFailure, at now: Duration, delay: Duration, _ retries: RetryPolicy,
    _ random: Double
  ) {
    if verdict != nil { return countEmptyResult(problem, nil, at: now, retries, random) }
    (question, isResultRefused) = (.status, true)
    postpone(after: problem, at: now, delay: delay)
  }

  /// `/status` is asked again, since a proxy can deny a job that goes on, and then `/result`, since
  /// one may know what the other doesn't. At once, only the API's own word counts, of a job that it
  /// has told nothing of.
  private mutating func takeDenial(
    _ problem: ReadFailure, at now: Duration, delay: Duration, _ retries: RetryPolicy
  ) {
    let isNew = isSubmissionKnown && lastRead == nil && now - start < retries.unknownJobGracePeriod
    denials += 1
    if isNew, problem.isNotFound {
      postpone(after: problem, at: now, delay: delay)
    } else if problem.isAnswerOfAPI, lastRead == nil {
      end = .failure(ModelError(problem.terminalReason, handle: handle))
    } else if denials <= JobProgress.denialsAllowed {
      postpone(after: problem, at: now, delay: delay)
      tell(problem, at: now)
    } else {
      (denial, question, due) = (problem, .result, now)
    }
  }

  private mutating func postpone(after problem: ReadFailure, at now: Duration, delay: Duration) {
    failures += 1
    heldUntil = problem.retryAfter.map { now + $0 }
    due = now + max(delay, problem.retryAfter ?? .zero)
  }

  /// The job has ended and its result isn't there yet, which passes, or it never will be.
  private mutating func countEmptyResult(
    _ problem: ReadFailure, _ record: JobRecord?, at now: Duration, _ retries: RetryPolicy,
    _ random: Double
  ) {
    emptyResponses += 1
    due = now + retries.delay(afterFailures: emptyResponses, random: random)
    guard emptyResponses > JobProgress.emptyResponsesAllowed, let verdict else { return }
    emptyResponses = 0
    if verdict == .failed || verdict == .cancelled {
      note(verdict, nil, at: now)
      end = .success(JobRecord(record?.json ?? .object([:]), status: verdict))
    } else {
      end = .failure(ModelError(.resultUnavailable(problem), handle: handle))
    }
  }

  private mutating func note(_ status: JobStatus, _ position: Int?, at now: Duration) {
    let news = JobUpdate(
      status: status, queuePosition: status == .inQueue ? position : nil, elapsed: now - start)
    updates += 1
    (lastRead, update) = (news, news)
  }

  /// Says once that reading fails, and again when it fails for another reason.
  private mutating func tell(_ problem: ReadFailure, at now: Duration) {
    if let told = update?.problem, told.hasSameCause(as: problem) { return }
    updates += 1
    update = JobUpdate(
      status: lastRead?.status ?? .unknown(""), queuePosition: lastRead?.queuePosition,
      elapsed: now - start, problem: problem)
  }
}

extension JobHandle {
  /// An answer that names another job or model than this one's.
  func mismatch(with json: JSONValue) -> ModelError? {
    let named = [
      (json["request_id"]?.string, jobID, "job"),
      (json["model_id"]?.string, modelID.rawValue, "model"),
    ]
    for (given, expected, what) in named {
      guard let given, !expected.isEmpty, !given.isSameOnWire(as: expected) else { continue }
      return ModelError(.unexpectedJob(JobHandle.mismatch(of: what)), handle: self)
    }
    return nil
  }

  /// The words for an answer that names another job or another model.
  package static func mismatch(of what: String) -> String {
    "received a response for another \(what)"
  }
}
