/// A property of a file, as far as a probe can find it.
///
/// Only a `known` value may be used to reject a file. `unknown` and `malformed` are worth a
/// warning: the receiver of the file may still be able to read it.
package enum Fact<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The file says so, in a place that is meant to say it.
  case known(Value)
  /// It could not be told; the reason is a phrase for people.
  case unknown(String)
  /// The place that should say it is damaged or contradicts itself; the reason is for people.
  case malformed(String)

  /// The value, if it is known.
  package var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  /// The reason for the missing value, or `nil` if there is a value.
  package var reason: String? {
    switch self {
    case .known: nil
    case .unknown(let reason), .malformed(let reason): reason
    }
  }

  /// The same fact in other terms; a reason stays as it is.
  package func map<Other: Sendable & Hashable>(_ change: (Value) -> Other) -> Fact<Other> {
    switch self {
    case .known(let value): .known(change(value))
    case .unknown(let reason): .unknown(reason)
    case .malformed(let reason): .malformed(reason)
    }
  }

  /// Goes on from a known value to another fact; a reason stays as it is.
  package func flatMap<Other: Sendable & Hashable>(_ next: (Value) -> Fact<Other>) -> Fact<Other> {
    switch self {
    case .known(let value): next(value)
    case .unknown(let reason): .unknown(reason)
    case .malformed(let reason): .malformed(reason)
    }
  }
}
