/// A JSON value: null, a Boolean value, a number, a string, an array or an object.
///
/// Write values as literals, and convert values of other types with an initializer:
///
/// ```swift
/// let count = 3
/// var body: JSONValue = ["prompt": "A lake", "count": JSONValue(count), "camera": ["pan": 0.5]]
/// body["camera"]?["tilt"] = 0.25
/// ```
///
/// Values are equal when their JSON means the same: numbers are compared by value, strings byte by
/// byte, and objects without regard to the order of their keys.
public enum JSONValue: Sendable {
  /// The value `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object.
  case object(JSONObject)

  /// Creates the value of a node.
  package init(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .bool: self = .bool(node.bool ?? false)
    case .number: self = .number(node.number ?? JSONNumber(0))
    case .string: self = .string(node.string ?? "")
    case .array: self = .array(node.elements.map { JSONValue($0) })
    case .object: self = .object(JSONObject(node))
    }
  }

  /// The kind of the value.
  package var kind: JSONKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}

/// Parsing JSON text.
extension JSONValue {
  /// Creates a value by parsing JSON text in UTF-8.
  ///
  /// If an object contains a key more than once, the last value is used.
  ///
  /// - Parameter bytes: One JSON value, which may be surrounded by whitespace.
  /// - Throws: `JSONParsingError` if the bytes aren't a single valid JSON value.
  public init(parsing bytes: [UInt8]) throws(JSONParsingError) {
    self.init(try JSONDocument(parsing: bytes).root)
  }

  /// Creates a value by parsing JSON text in UTF-8, such as a `Data` value.
  ///
  /// If an object contains a key more than once, the last value is used.
  ///
  /// - Parameter bytes: One JSON value, which may be surrounded by whitespace.
  /// - Throws: `JSONParsingError` if the bytes aren't a single valid JSON value.
  public init(parsing bytes: some Sequence<UInt8>) throws(JSONParsingError) {
    try self.init(parsing: Array(bytes))
  }

  /// Creates a value by parsing JSON text.
  ///
  /// If an object contains a key more than once, the last value is used.
  ///
  /// - Parameter text: One JSON value, which may be surrounded by whitespace.
  /// - Throws: `JSONParsingError` if the text isn't a single valid JSON value.
  public init(parsing text: String) throws(JSONParsingError) {
    try self.init(parsing: Array(text.utf8))
  }
}

extension JSONValue: Hashable {
  /// Returns a Boolean value that indicates whether two values mean the same JSON.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.isSameOnWire(as: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Hashes the value by feeding its components into the given hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    switch self {
    case .null: break
    case .bool(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .string(let value): hasher.combine(WireName(value))
    case .array(let value): hasher.combine(value)
    case .object(let value): hasher.combine(value)
    }
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON text without whitespace.
  public var description: String {
    var writer = JSONWriter()
    writer.value(self)
    return writer.text
  }

  /// The value as JSON text with one key or item per line, indented by two spaces for each level.
  public var prettyText: String {
    var writer = JSONWriter(style: .pretty)
    writer.value(self)
    return writer.text
  }
}
