public import ModelCore

extension MockService {
  /// How a mock service behaves.
  public struct Options: Sendable {
    /// 0 for any that is free.
    public var port: UInt16 = 0
    /// The one token that is accepted; any where nil, as long as there is one.
    public var token: String?
    public var pace = Pace.standard
    public var faults = FaultScript()
    /// What the account holds, in USD; each accepted job takes its price. Without end where nil.
    public var balance: Double?
    /// What becomes of a job, decided when it is accepted.
    public var outcome: @Sendable (MockSubmission) -> MockOutcome = { _ in .succeeded }
    /// Time since some moment; for tests that don't want to wait. Delays of faults take real time.
    public var now: @Sendable () -> Duration = SystemTime.sinceStart
    /// Which files of a folder are model files.
    public var files = FileChoice.json
    /// How many jobs are remembered. Beyond it the oldest that are finished are forgotten, and when
    /// none is finished, submissions are refused.
    public var jobLimit = 50_000
    /// How many of the latest submissions are kept with their bodies.
    public var submissionLimit = 1_000
    /// As much as the service's own clients send.
    public var bodyLimit = 64 << 20
    /// How long a connection may be silent.
    public var idleLimit = Duration.seconds(60)
    /// The time for all lines before a request's body together, however steadily they come.
    public var headLimit = Duration.seconds(60)

    public init() {}
  }

  /// Which files of a folder are model files.
  public enum FileChoice: Sendable, Hashable {
    /// Those that end in `.json`, as in a folder of schemas.
    case json
    /// Those that end in `.model.json` alone, as in the folder of a target that has other JSON too.
    case modelJSON
  }
}

/// A request body that was accepted.
public struct MockSubmission: Sendable {
  public let requestID: String
  public let modelID: String
  public let body: JSONValue
}

/// How a job ends.
public enum MockOutcome: Sendable {
  case succeeded
  /// With what the result says under `error`: a text, an object, anything.
  case failed(JSONValue)
}
