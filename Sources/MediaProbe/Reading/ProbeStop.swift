import ModelCore

/// The reason a parser stops early.
enum ProbeStop: Error, Hashable {
  /// These bytes aren't available yet. The parser is run again from its start once they are.
  case need(Range<Int>)
  /// The file contradicts its format.
  case malformed(String)
  /// The file may be sound, but this cannot be told from it, or not within the limits.
  case unknown(String)
}

/// Runs a part whose failure must not spoil the rest. Only the want of bytes passes through.
func attempt<Value: Sendable & Hashable>(
  _ part: () throws(ProbeStop) -> Value
) throws(ProbeStop) -> Fact<Value> {
  do throws(ProbeStop) {
    return .known(try part())
  } catch {
    switch error {
    case .need: throw error
    case .malformed(let reason): return .malformed(reason)
    case .unknown(let reason): return .unknown(reason)
    }
  }
}
