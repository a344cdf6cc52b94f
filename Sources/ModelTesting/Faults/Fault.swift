public import ModelCore

/// One thing that goes wrong, and with which calls.
public struct Fault: Sendable {
  /// What is sent in place of the true answer's body.
  public enum Body: Sendable {
    case text(String)
    case json(JSONValue)
    case bytes([UInt8])
    /// A page as a proxy in front of the service sends it.
    case html
  }

  /// The calls that it may meet.
  public var calls: Set<MockCall>
  /// Only calls about this model; all where nil.
  public var model: String?
  /// How many such calls it lets pass first.
  public var after = 0
  /// How many it meets then; all where nil.
  public var times: Int? = 1

  /// In place of the true status.
  public var status: Int?
  /// Beside the true headers, or in place of those of the same name.
  public var headers: [(name: String, value: String)] = []
  public var body: Body?
  /// So many bytes that are no HTTP, in place of the answer.
  public var garbage: Int?
  /// How long the answer waits, in real time.
  public var delay = Duration.zero
  /// The connection is closed after so many bytes of the answer, its head counted.
  public var closeAt: Int?
  /// It is closed with a reset.
  public var resets = false
  /// What was submitted is accepted, and the job will fail with this.
  public var jobError: JSONValue?
  /// Whether the call is carried out although its answer is replaced; where nil, only a fault that
  /// leaves status and body alone lets it be carried out.
  public var performed: Bool?

  public init(on calls: Set<MockCall>) { self.calls = calls }

  /// A fault of one kind of call that answers with a status.
  public init(on call: MockCall, status: Int? = nil, times: Int? = 1) {
    calls = [call]
    self.status = status
    self.times = times
  }

  var replacesAnswer: Bool { status != nil || body != nil || garbage != nil }

  var isPerformed: Bool { performed ?? !replacesAnswer }
}

/// What goes wrong, in order: a call goes down the list to the first fault that meets it.
public struct FaultScript: Sendable {
  public var faults: [Fault]

  public init(_ faults: [Fault] = []) { self.faults = faults }
}

/// A fault script at work: which faults have met how many calls.
struct FaultLedger {
  private var entries: [(fault: Fault, seen: Int)]

  init(_ script: FaultScript) { entries = script.faults.map { ($0, 0) } }

  /// The fault that meets this call. One that lets it pass counts it, and the next is asked; those
  /// behind the one that meets it don't see it.
  mutating func take(_ call: MockCall, model: String?) -> Fault? {
    for index in entries.indices {
      let fault = entries[index].fault
      guard fault.calls.contains(call), Self.fits(fault.model, model) else { continue }
      let seen = entries[index].seen
      if let times = fault.times, seen - fault.after >= times { continue }
      entries[index].seen += 1
      if seen >= fault.after { return fault }
    }
    return nil
  }

  private static func fits(_ wanted: String?, _ model: String?) -> Bool {
    guard let wanted else { return true }
    return model?.isSameOnWire(as: wanted) ?? false
  }
}
