/// Expressions and parameters on one line.
extension SwiftExpression {
  var text: String {
    switch self {
    case .string(let value): SwiftLiteral.string(value)
    case .integer(let value): String(value)
    case .double(let value): SwiftLiteral.double(value)
    case .number(let value): SwiftLiteral.number(value)
    case .bool(let value): value ? "true" : "false"
    case .nil: "nil"
    case .name(let name): name.escaped
    case .itself: "self"
    case .own(let name): "self.\(name.escaped)"
    case .reference(let value): "&" + value.text
    case .member(let name): "." + name.escaped
    case .typeMember(let type, let name): "\(type.text).\(name.escaped)"
    case .chained(let value, let name): "\(value.text).\(name.escaped)"
    case .array(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .emptyDictionary: "[:]"
    case .range(let low, let high): "\(low.text)...\(high.text)"
    case .call(let callee, let arguments): "\(callee.text)(\(SwiftExpression.list(arguments)))"
    case .make(let type, let arguments): "\(type.text)(\(SwiftExpression.list(arguments)))"
    case .trailing(let call, let closure): "\(call.text) { \(closure.text) }"
    case .anonymous(let index): "$\(index)"
    case .metatype(let type): type.text + ".self"
    case .attempt(let value): "try? " + value.text
    }
  }

  private static func list(_ arguments: [SwiftArgument]) -> String {
    arguments.map(\.text).joined(separator: ", ")
  }

  /// A Boolean value that indicates whether the expression needs a line of its own.
  var isLong: Bool {
    switch self {
    case .make: true
    default: false
    }
  }
}

extension SwiftArgument {
  var head: String { label.map { "\($0.label): " } ?? "" }
  var text: String { head + value.text }
}

extension SwiftParameter {
  var text: String {
    let head = label.map { $0 + " " + name.escaped } ?? name.parameter
    let value = defaultValue.map { " = " + $0.text } ?? ""
    return "\(head): \(isInout ? "inout " : "")\(type.text)\(value)"
  }
}

extension SwiftName {
  /// As a parameter's name, which serves as its label too.
  var parameter: String { escaped }
}

extension SwiftStatement {
  /// The text before the value.
  var head: String {
    switch self {
    case .store(let name, _): "self.\(name.escaped) = "
    case .evaluate: ""
    }
  }

  var value: SwiftExpression {
    switch self {
    case .store(_, let value), .evaluate(let value): value
    }
  }
}

/// Swift source for values, for those who show calls rather than emit them.
package enum SwiftText {
  /// A string literal on one line.
  package static func literal(_ text: String) -> String { SwiftLiteral.string(text) }
}
