/// How calls behave. A client has one for all its calls, and each call can be given its own.
public struct CallOptions: Sendable, Hashable {
  /// When to give up waiting.
  public var deadline: Deadline
  /// How often to ask after a job.
  public var polling: PollInterval
  /// What to do when reading fails. Submitting has no such option: it is never repeated unless
  /// nothing was sent or the service refused it for coming too soon.
  public var retries: ReadRetries
  /// Which broken rules keep a request from being sent.
  public var validation: ValidationPolicy
  /// Whether files behind URLs are looked at before a request is sent.
  public var remoteMedia: RemoteMedia
  /// What happens to the job when the task that waits for it is cancelled.
  public var cancellation: CancelPolicy
  /// The largest result that is read, in bytes. A model may answer with its files as data URIs,
  /// which take four bytes for three.
  public var maximumResultBytes: Int
  /// How long a submission goes on in the background when its call was cancelled, or its deadline
  /// passed, before the service had answered. The call itself ends at once.
  ///
  /// A job that the service accepts within this time is passed to ``onAbandonedJob``, and then
  /// cancelled where ``cancellation`` says so. With a grace of zero the request is broken off.
  public var submissionGrace: Duration
  /// Called with the handle of each job that was accepted after its call had ended. Store the
  /// handle: no result and no other error carries it. Not compared by `==`.
  public var onAbandonedJob: (@Sendable (JobHandle) -> Void)? {
    get { abandonedJobHandler.value }
    set { abandonedJobHandler.value = newValue }
  }

  private var abandonedJobHandler: Uncompared<(@Sendable (JobHandle) -> Void)?>

  /// Creates options; every parameter has the usual value as its default.
  public init(
    deadline: Deadline = .after(.seconds(1_800)), polling: PollInterval = .adaptive,
    retries: ReadRetries = ReadRetries(), validation: ValidationPolicy = .strict,
    remoteMedia: RemoteMedia = .unseen, cancellation: CancelPolicy = .automatic,
    maximumResultBytes: Int = 64 << 20,
    submissionGrace: Duration = .seconds(15),
    onAbandonedJob: (@Sendable (JobHandle) -> Void)? = nil
  ) {
    self.deadline = deadline
    self.polling = polling
    self.retries = retries
    self.validation = validation
    self.remoteMedia = remoteMedia
    self.cancellation = cancellation
    self.maximumResultBytes = max(0, maximumResultBytes)
    self.submissionGrace = max(.zero, submissionGrace)
    abandonedJobHandler = Uncompared(value: onAbandonedJob)
  }
}

/// A value that doesn't count when what holds it is compared.
private struct Uncompared<Value: Sendable>: Sendable, Hashable {
  var value: Value

  static func == (left: Self, right: Self) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

/// When a call gives up, counted from its beginning by a clock that can't be set.
public enum Deadline: Sendable, Hashable {
  case after(Duration)
  case never

  func moment(from now: Duration) -> Duration? {
    switch self {
    case .never: nil
    case .after(let length): now + min(max(.zero, length), .longest)
    }
  }
}

/// What a cancelled task means for the job it waits for. A job whose submission was under way when
/// its call ended is treated the same, once it is known; see ``CallOptions/submissionGrace``.
///
/// A job that runs already can't be cancelled: it runs on, and is charged.
public enum CancelPolicy: Sendable, Hashable {
  /// `run` cancels the job, since nobody else knows of it; waiting on a handle leaves it running.
  case automatic
  /// The job is left alone; the error carries its handle.
  case leaveRunning
  /// The service is asked to cancel the job, in the background and for five seconds at most: the
  /// wait itself ends at once.
  case cancelJob

  func cancelsJob(inRun: Bool) -> Bool { self == .cancelJob || self == .automatic && inRun }
}

/// What to do about failed reads: lost connections, server errors, unreadable answers.
///
/// A wait goes on through any number of them until its deadline; single reads give up.
public struct ReadRetries: Sendable, Hashable {
  /// How often a single read (`status`, `result`) is tried.
  public var attempts: Int
  /// The most that the first failure puts the next try off; doubles with each further one.
  public var firstDelay: Duration
  public var maximumDelay: Duration
  /// How long after its submission a job may be unknown to the service.
  public var unknownJobGrace: Duration

  public init(
    attempts: Int = 4, firstDelay: Duration = .milliseconds(500),
    maximumDelay: Duration = .seconds(20), unknownJobGrace: Duration = .seconds(10)
  ) {
    self.attempts = max(1, attempts)
    self.firstDelay = max(.zero, firstDelay)
    self.maximumDelay = max(.zero, maximumDelay)
    self.unknownJobGrace = unknownJobGrace
  }

  /// Between half of it and all, so that jobs that failed together don't come back together.
  func delay(afterFailures failures: Int, random: Double) -> Duration {
    let growth = firstDelay.inSeconds * Double(1 << min(max(failures - 1, 0), 30))
    return .seconds(min(growth, maximumDelay.inSeconds) * (0.5 + random / 2))
  }
}
