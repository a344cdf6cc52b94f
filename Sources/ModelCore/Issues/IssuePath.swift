/// One step from a request body to a value inside it: a key of an object or an index of an array.
public enum IssueStep: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A key of an object.
  case key(String)
  /// An index of an array.
  case index(Int)

  /// Creates a step to a key.
  public init(stringLiteral key: String) { self = .key(key) }

  /// Creates a step to an index.
  public init(integerLiteral index: Int) { self = .index(index) }
}

/// The location of a value in a request body.
public struct IssuePath: Sendable, Hashable, CustomStringConvertible {
  /// The steps from the body to the value; empty for the body itself.
  public let steps: [IssueStep]

  /// Creates a path.
  public init(_ steps: [IssueStep]) { self.steps = steps }

  /// The path as it is shown to people: `image_urls[1]`, `loras[0].path`, or `body` for the body
  /// itself.
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

  /// The path as a JSON pointer (RFC 6901): `/image_urls/1`.
  public var pointer: String {
    steps.reduce(into: "") { pointer, step in
      switch step {
      case .key(let key): pointer += "/" + JSONPointer.escape(key)
      case .index(let index): pointer += "/\(index)"
      }
    }
  }
}

extension IssuePath: ExpressibleByArrayLiteral {
  /// Creates a path from its steps: `["image_urls", 1]`.
  public init(arrayLiteral steps: IssueStep...) { self.init(steps) }
}

extension IssuePath: Codable {
  /// Creates a path by decoding a JSON pointer.
  ///
  /// A pointer doesn't tell an index from a key of digits; such steps are decoded as indices.
  ///
  /// - Throws: `DecodingError` if the decoder's value isn't a JSON pointer.
  public init(from decoder: any Decoder) throws {
    let pointer = try decoder.singleValueContainer().decode(String.self)
    guard let steps = JSONPointer.steps(of: pointer) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected a JSON pointer"))
    }
    self.init(
      steps.map { step in
        guard let index = Int(step), index >= 0, String(index) == step else { return .key(step) }
        return .index(index)
      })
  }

  /// Encodes the path as a JSON pointer.
  ///
  /// - Throws: The error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(pointer)
  }
}
