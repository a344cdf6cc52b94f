import JSONTree

/// One step from a request body to a value inside it.
public enum IssueStep: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case key(String)
  case index(Int)

  public init(stringLiteral key: String) { self = .key(key) }
  public init(integerLiteral index: Int) { self = .index(index) }
}

/// Where in a request body an issue lies.
public struct IssuePath: Sendable, Hashable, CustomStringConvertible {
  public let steps: [IssueStep]

  public init(_ steps: [IssueStep]) { self.steps = steps }

  /// As a person writes it: `image_urls[1]`, `loras[0].path`; `body` for the body itself.
  public var description: String {
    guard !steps.isEmpty else { return "body" }
    var text = ""
    for step in steps {
      switch step {
      case .key(let key): text += text.isEmpty ? key : "." + key
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  /// As a JSON pointer: `/image_urls/1`.
  public var pointer: String {
    steps.reduce(into: "") { pointer, step in
      switch step {
      case .key(let key): pointer += "/" + JSONPointer.escape(key)
      case .index(let index): pointer += "/\(index)"
      }
    }
  }
}
