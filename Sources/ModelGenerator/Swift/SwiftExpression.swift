import ModelCore

/// An expression. Whatever can be built of these prints as balanced, escaped Swift.
indirect enum SwiftExpression: Sendable {
  case string(String)
  case integer(Int)
  case double(Double)
  /// A number of which every digit counts.
  case number(JSONNumber)
  case bool(Bool)
  case `nil`
  /// `name`
  case name(SwiftName)
  /// `self`
  case itself
  /// `self.name`
  case own(SwiftName)
  /// `&value`
  case reference(SwiftExpression)
  /// `.name`, the type being known from where it stands
  case member(SwiftName)
  /// `Type.name`
  case typeMember(SwiftType, SwiftName)
  /// `value.name`
  case chained(SwiftExpression, SwiftName)
  case array([SwiftExpression])
  case emptyDictionary
  /// `1...10`
  case range(SwiftExpression, SwiftExpression)
  case call(SwiftExpression, [SwiftArgument])
  /// `Type(…)`
  case make(SwiftType, [SwiftArgument])
  /// `call(…) { $0.check($1, $2) }`: a call and the one expression of its last closure, in which
  /// the values are `$0`, `$1` …
  case trailing(SwiftExpression, SwiftExpression)
  /// `$0`
  case anonymous(Int)
  /// `Type.self`
  case metatype(SwiftType)
  /// `try? value`
  case attempt(SwiftExpression)
}

/// An argument of a call.
struct SwiftArgument: Sendable {
  var label: SwiftName?
  var value: SwiftExpression

  init(_ label: String? = nil, _ value: SwiftExpression) {
    self.label = label.map(SwiftName.init)
    self.value = value
  }
}
