import ModelCore

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
