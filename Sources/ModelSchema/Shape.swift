@_spi(Generated) package import ModelCore

/// Rules on a string.
package struct StringRules: Sendable {
  package var minLength: Int?
  package var maxLength: Int?
  package var pattern: String?
}

/// Rules on a number.
package struct NumberRules: Sendable {
  package var bounds: NumberBounds
  /// The values of an enum that is nothing but a range: 1, 2, 3 … 15.
  package var enumeratedRange: ClosedRange<Int>?
}

/// The values that a schema publishes for a property.
package enum KnownSet: Sendable {
  case strings([String])
  case integers([Int])
  case numbers([JSONNumber])

  /// The number of values above which bindings take long to compile.
  static var maximumReadableCount: Int { 5_000 }

  package var count: Int {
    switch self {
    case .strings(let values): values.count
    case .integers(let values): values.count
    case .numbers(let values): values.count
    }
  }

  /// The values as text, in the order of the schema.
  package var texts: [String] {
    switch self {
    case .strings(let values): values
    case .integers(let values): values.map { String($0) }
    case .numbers(let values): values.map(\.text)
    }
  }
}

/// A media file given by URL or as data.
package struct MediaShape: Sendable {
  package var kind: MediaKind
  /// Rules on the file itself.
  package var rules: [MediaRule]
}

/// An array whose items are all alike.
package struct ArrayShape: Sendable {
  package var item: Shape
  package var itemIsNullable: Bool
  package var minItems: Int?
  package var maxItems: Int?
  package var uniqueItems: Bool

  /// The maximum nesting of arrays that have a Swift type. The compile time doubles with each
  /// level.
  package static var maximumNesting: Int { 8 }
}

extension Shape {
  /// A Boolean value that indicates whether the shape is a media file, or an array of them.
  var isMedia: Bool {
    switch self {
    case .media: true
    case .array(let array): array.item.isMedia
    default: false
    }
  }

  /// A Boolean value that indicates whether the shape is an object around this place, or an array of
  /// such.
  package var isRecursive: Bool {
    switch self {
    case .recursive: true
    case .array(let array): array.item.isRecursive
    default: false
    }
  }

  /// The definition of the object in the shape, at whatever depth of arrays.
  package var definition: Definition? {
    switch self {
    case .object(let object): object.definition
    case .recursive(let definition): definition
    case .array(let array): array.item.definition
    default: nil
    }
  }

  /// The number of nested arrays.
  var listNesting: Int {
    if case .array(let array) = self { 1 + array.item.listNesting } else { 0 }
  }
}
