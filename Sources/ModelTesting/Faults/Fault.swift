public import ModelCore

/// A fault, and the calls that it affects.
public struct Fault: Sendable {
  /// A body that replaces the one of the true response.
  public enum Body: Sendable {
    case text(String)
    case json(JSONValue)
    case bytes([UInt8])
    /// An HTML page, like the error page of a proxy in front of the service.
    case html
  }

  /// The calls that the fault can affect.
  public var calls: Set<MockCall>
  /// The model whose calls it affects, or `nil` for all models.
  public var model: String?
  /// The number of matching calls to let pass first.
  public var after = 0
  /// The number of calls to affect after that, or `nil` for all.
  public var times: Int? = 1

  /// The status that replaces the true one.
  public var status: Int?
  /// Headers to add, or to replace if the response already has them.
  public var headers: [(name: String, value: String)] = []
  public var body: Body?
  /// The number of random bytes, which aren't HTTP, to send in place of the response.
  public var garbage: Int?
  /// The delay before the response, in real time.
  public var delay = Duration.zero
  /// The number of bytes of the response, including its head, after which the connection is closed.
  public var closeAt: Int?
  /// A Boolean value that indicates whether the connection is closed with a reset.
  public var resets = false
  /// The error of the submitted job, which is accepted and fails later.
  public var jobError: JSONValue?
  /// A Boolean value that indicates whether the call is carried out even though its response is
  /// replaced. If it is `nil`, the call is carried out only if the fault changes neither status nor
  /// body.
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

/// A list of faults. The first fault that matches a call affects it.
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
