public import JSONTree
public import SchemaRules

/// Rules on a string.
public struct StringRules: Sendable {
  public var minLength: Int?
  public var maxLength: Int?
  public var pattern: String?
}

/// Rules on a number.
public struct NumberRules: Sendable {
  public var bounds: NumberBounds
  /// The values of an enum that is nothing but a range: 1, 2, 3 … 15.
  public var enumeratedRange: ClosedRange<Int>?
}

/// The values that a schema publishes for a property.
public enum PublishedSet: Sendable {
  case strings([String])
  case integers([Int])
  case numbers([JSONNumber])

  public var count: Int {
    switch self {
    case .strings(let values): values.count
    case .integers(let values): values.count
    case .numbers(let values): values.count
    }
  }

  /// The values as text, in the order of the schema.
  public var texts: [String] {
    switch self {
    case .strings(let values): values
    case .integers(let values): values.map { String($0) }
    case .numbers(let values): values.map(\.text)
    }
  }
}

/// A media file given by URL or as data.
public struct MediaShape: Sendable {
  public var kind: MediaKind
  /// Rules on the file itself.
  public var rules: [MediaRule]
}

/// An array whose items are all alike.
public struct ArrayShape: Sendable {
  public var item: Shape
  public var itemIsNullable: Bool
  public var minItems: Int?
  public var maxItems: Int?
  public var uniqueItems: Bool

  /// How deep lists may stand in lists to have a Swift type: compilers take twice as long for every
  /// further one.
  public static var maximumNesting: Int { 8 }
}

extension Shape {
  /// Whether this is a media file, or an array of them.
  var isMedia: Bool {
    switch self {
    case .media: true
    case .array(let array): array.item.isMedia
    default: false
    }
  }

  /// How many lists stand in each other here.
  var listNesting: Int {
    if case .array(let array) = self { 1 + array.item.listNesting } else { 0 }
  }
}
