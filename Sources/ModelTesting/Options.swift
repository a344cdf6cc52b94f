public import ModelCore

extension MockService {
  /// Options for a mock service.
  public struct Options: Sendable {
    /// The port, or 0 for any free one.
    public var port: UInt16 = 0
    /// The only accepted token, or `nil` to accept any.
    public var token: String?
    public var pace = Pace.standard
    public var faults = FaultScript()
    /// The balance of the account in USD, from which the price of each accepted job is taken, or
    /// `nil` for no limit.
    public var balance: Double?
    /// Returns the outcome of a job. It is called when the job is accepted.
    public var outcome: @Sendable (MockSubmission) -> MockOutcome = { _ in .succeeded }
    /// Returns the current time, for tests that don't want to wait. The delays of faults take real
    /// time.
    public var now: @Sendable () -> Duration = SystemTime.sinceStart
    /// The files of a folder that are model files.
    public var files = FileChoice.json
    /// The maximum number of jobs to keep. Beyond it, the oldest finished jobs are removed; if none
    /// is finished, submissions are refused.
    public var jobLimit = 50_000
    /// The number of recent submissions that are kept with their bodies.
    public var submissionLimit = 1_000
    /// The maximum size of a request body, which is what the service's own clients send.
    public var bodyLimit = 64 << 20
    /// The time after which a silent connection is closed.
    public var idleLimit = Duration.seconds(60)
    /// The time limit for the head of a request, even if its lines arrive steadily.
    public var headLimit = Duration.seconds(60)

    public init() {}
  }

  /// The files of a folder that are model files.
  public enum FileChoice: Sendable, Hashable {
    /// All files that end in `.json`, as in a folder of schemas.
    case json
    /// Only files that end in `.model.json`, as in the folder of a target that has other JSON too.
    case modelJSON
  }
}

/// A request body that was accepted.
public struct MockSubmission: Sendable {
  public let requestID: String
  public let modelID: String
  public let body: JSONValue
}

/// The outcome of a job.
public enum MockOutcome: Sendable {
  case succeeded
  /// The job fails, with the value of `error` in its result.
  case failed(JSONValue)
}
