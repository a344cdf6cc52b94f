import JSONTree

/// What is known of a job, and what to ask next. It changes only by what a read showed, so that
/// the whole of waiting can be tested without a network or a clock.
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

  private(set) var question = Question.status
  private(set) var due: Duration
  private(set) var update: JobUpdate?
  /// How many updates there were.
  private(set) var updates = 0
  /// Why the last read gave nothing; nil when it gave something.
  private(set) var problem: ReadProblem?
  /// Until when the service asked not to be asked.
  private(set) var heldUntil: Duration?
  private(set) var end: Result<JobRecord, ModelError>?

  private var failures = 0
  /// What `/status` said of a job that has ended; the result has the last word.
  private var verdict: JobStatus?
  private var fruitlessReads = 0

  /// Whether the job is known to have ended, so that only its result is missing. Where many jobs
  /// live, whoever has stood in line for that needn't do so again.
  var hasEnded: Bool { verdict != nil }

  private static var fruitlessReadsAllowed: Int { 5 }

  init(_ handle: JobHandle, start: Duration, isSubmissionKnown: Bool, firstPoll: Duration) {
    self.handle = handle
    self.start = start
    self.isSubmissionKnown = isSubmissionKnown
    due = start + firstPoll
  }

  /// A failure ends the waits of those who waited for it; a later wait begins afresh.
  mutating func forgetFailure() { if case .failure = end { end = nil } }

  mutating func absorb(
    _ answer: Result<JSONValue, ReadProblem>, at now: Duration, options: CallOptions,
    random: Double
  ) {
    let interval = options.polling.interval(elapsed: now - start, random: random)
    switch answer {
    case .success(let json):
      if let mismatch = handle.mismatch(with: json) {
        end = .failure(mismatch)
      } else {
        (failures, problem, heldUntil) = (0, nil, nil)
        take(json, at: now, interval: interval, options.retries, random)
      }
    case .failure(let problem):
      self.problem = problem
      let backoff = options.retries.delay(afterFailures: failures + 1, random: random)
      take(problem, at: now, delay: max(interval, backoff), options.retries, random)
    }
  }

  private mutating func take(
    _ json: JSONValue, at now: Duration, interval: Duration, _ retries: ReadRetries,
    _ random: Double
  ) {
    let status = JobStatus(json["status"]?.string)
    switch (question, status.isTerminal) {
    case (.result, true):
      // The first verdict stands: a result can spell out an end, not turn it into another.
      note(status, nil, at: now)
      end = .success(JobRecord(json))
    case (.status, true):
      (verdict, question, due) = (status, .result, now)
    case (.result, false) where verdict != nil:
      countFruitlessRead(
        .unreadable(status: 200, excerpt: "status: \(status)"), json, at: now, retries, random)
    case (_, false):
      note(status, json["queue_position"]?.int, at: now)
      if status == .inQueue { question = .status }
      if status == .inProgress { question = .result }
      due = now + interval
    }
  }

  private mutating func take(
    _ problem: ReadProblem, at now: Duration, delay: Duration, _ retries: ReadRetries,
    _ random: Double
  ) {
    if problem.isNotFound, verdict != nil {
      return countFruitlessRead(problem, nil, at: now, retries, random)
    }
    let isNew = isSubmissionKnown && update == nil && now - start < retries.unknownJobGrace
    guard problem.isPassing || problem.isNotFound && isNew else {
      end = .failure(ModelError(problem.asEnd, handle: handle))
      return
    }
    failures += 1
    heldUntil = problem.retryAfter.map { now + $0 }
    due = now + max(delay, problem.retryAfter ?? .zero)
  }

  /// The job has ended and its result isn't there yet, which passes, or it never will be.
  private mutating func countFruitlessRead(
    _ problem: ReadProblem, _ json: JSONValue?, at now: Duration, _ retries: ReadRetries,
    _ random: Double
  ) {
    fruitlessReads += 1
    due = now + retries.delay(afterFailures: fruitlessReads, random: random)
    guard fruitlessReads > JobProgress.fruitlessReadsAllowed, let verdict else { return }
    fruitlessReads = 0
    if verdict == .failed || verdict == .cancelled {
      note(verdict, nil, at: now)
      end = .success(JobRecord(json ?? .object([:]), status: verdict))
    } else {
      end = .failure(ModelError(.resultUnavailable(problem), handle: handle))
    }
  }

  private mutating func note(_ status: JobStatus, _ position: Int?, at now: Duration) {
    updates += 1
    update = JobUpdate(
      status: status, queuePosition: status == .inQueue ? position : nil, elapsed: now - start)
  }
}

extension JobHandle {
  /// An answer that names another job or model than this one's.
  func mismatch(with json: JSONValue) -> ModelError? {
    let named = [
      (json["request_id"]?.string, requestID, "job"),
      (json["model_id"]?.string, modelID.rawValue, "model"),
    ]
    for (given, expected, what) in named {
      guard let given, !expected.isEmpty, !given.isSameOnWire(as: expected) else { continue }
      return ModelError(.mismatch(JobHandle.mismatch(of: what)), handle: self)
    }
    return nil
  }

  /// The words for an answer that names another job or another model.
  package static func mismatch(of what: String) -> String { "an answer for another \(what) came" }
}
