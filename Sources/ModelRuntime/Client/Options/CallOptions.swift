public import ModelCore

/// The options of calls. A client has options for all its calls, and each call can have its own.
public struct CallOptions: Sendable, Hashable {
  /// The time after which a call stops waiting, or `nil` for no limit. It is measured by a clock that
  /// can't be set.
  public var timeout: Duration?
  /// The policy for polling a job.
  public var polling: PollingPolicy
  /// The policy for retrying failed reads.
  public var retryPolicy: RetryPolicy
  /// The rules that keep a request from being sent if it violates them.
  public var validation: ValidationPolicy
  /// The validation of files behind URLs before a request is sent.
  public var remoteMediaValidation: RemoteMediaValidation
  /// The effect of a cancelled task on the job it waits for.
  public var cancellationPolicy: CancellationPolicy
  /// The maximum size of a result, in bytes. A model may answer with its files as data URIs, which
  /// take four bytes for three.
  public var maximumResultBytes: Int
  /// The limit on what jobs may cost, or `nil` for none. It needs a client with a ``JobJournal``.
  public var budget: Budget?
  /// The time for which a submission continues in the background if its call was cancelled, or its
  /// timeout passed, before the service answered. The call itself ends at once.
  ///
  /// A job that the service accepts within this time is passed to ``onAbandonedJob``, and then
  /// cancelled if ``cancellationPolicy`` says so. With a grace of zero the request is aborted.
  public var submissionGrace: Duration
  /// A closure that is called with the handle of each job that was accepted after its call ended.
  ///
  /// Store the handle: no result and no other error carries it. The closure isn't compared by `==`.
  public var onAbandonedJob: (@Sendable (JobHandle) -> Void)? {
    get { abandonedJobHandler.value }
    set { abandonedJobHandler.value = newValue }
  }

  private var abandonedJobHandler: Uncompared<(@Sendable (JobHandle) -> Void)?>

  /// Creates options.
  ///
  /// - Parameters:
  ///   - timeout: The time after which a call stops waiting, or `nil` for no limit.
  ///   - polling: The policy for polling a job.
  ///   - retryPolicy: The policy for retrying failed reads.
  ///   - validation: The rules that keep a request from being sent.
  ///   - remoteMediaValidation: The validation of files behind URLs.
  ///   - cancellationPolicy: The effect of a cancelled task on the job it waits for.
  ///   - maximumResultBytes: The maximum size of a result, in bytes.
  ///   - submissionGrace: The time for which an abandoned submission continues.
  ///   - budget: The limit on what jobs may cost.
  ///   - onAbandonedJob: A closure that is called with the handle of each abandoned job.
  public init(
    timeout: Duration? = .seconds(1_800), polling: PollingPolicy = .adaptive,
    retryPolicy: RetryPolicy = RetryPolicy(), validation: ValidationPolicy = .strict,
    remoteMediaValidation: RemoteMediaValidation = .disabled,
    cancellationPolicy: CancellationPolicy = .automatic,
    maximumResultBytes: Int = 64 << 20,
    submissionGrace: Duration = .seconds(15), budget: Budget? = nil,
    onAbandonedJob: (@Sendable (JobHandle) -> Void)? = nil
  ) {
    self.timeout = timeout
    self.polling = polling
    self.retryPolicy = retryPolicy
    self.validation = validation
    self.remoteMediaValidation = remoteMediaValidation
    self.cancellationPolicy = cancellationPolicy
    self.maximumResultBytes = max(0, maximumResultBytes)
    self.submissionGrace = max(.zero, submissionGrace)
    self.budget = budget
    abandonedJobHandler = Uncompared(value: onAbandonedJob)
  }

  /// Returns the moment at which a call that begins now stops waiting.
  func deadline(from now: Duration) -> Duration? {
    timeout.map { now + min(max(.zero, $0), .longest) }
  }
}

/// A value that is ignored when its container is compared.
private struct Uncompared<Value: Sendable>: Sendable, Hashable {
  var value: Value

  static func == (left: Self, right: Self) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

/// The effect of a cancelled task on the job it waits for.
///
/// The same applies to a job whose submission was under way when its call ended, once the job is
/// known; see ``CallOptions/submissionGrace``. A job that is already running can't be cancelled: it
/// runs on, and is charged.
public enum CancellationPolicy: Sendable, Hashable {
  /// The default: `run` cancels its job because no other code holds a handle to it, and waiting for
  /// a job leaves it running.
  case automatic
  /// The job is left running. The error carries its handle.
  case leaveRunning
  /// The service is asked to cancel the job, in the background and for five seconds at most. The
  /// wait itself ends at once.
  case cancelJob

  func cancelsJob(inRun: Bool) -> Bool { self == .cancelJob || self == .automatic && inRun }
}

/// The rules that keep a request from being sent if it violates them.
public enum ValidationPolicy: Sendable, Hashable {
  /// All rules.
  case strict
  /// All rules except these, for a schema that is out of date. A request with more issues than are
  /// listed wasn't validated to its end, and isn't sent unless `ValidationRule.issueLimit` is among
  /// these rules too.
  case allowing(Set<ValidationRule>)
  /// No rules. Validation is left to the service.
  case off

  /// All rules except these.
  public static func allowing(_ rules: ValidationRule...) -> Self { .allowing(Set(rules)) }

  /// Returns the issues that keep a request from being sent.
  ///
  /// - Parameter issues: All issues of the request.
  public func blocking(_ issues: [ValidationIssue]) -> [ValidationIssue] {
    switch self {
    case .strict: issues
    case .allowing(let rules): issues.filter { !rules.contains($0.rule) }
    case .off: []
    }
  }
}
