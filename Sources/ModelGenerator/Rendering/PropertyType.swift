import ModelCore
import ModelSchema

/// The Swift type of a shape.
enum PropertyType {
  /// The type of the values of a shape, inside the scope that declares its own types.
  ///
  /// - Parameter own: The name of the type that the property declares, if it declares one.
  static func type(of shape: Shape, own: String) -> SwiftType {
    switch shape {
    case .string: .known(.string)
    case .boolean: .known(.bool)
    case .integer: .known(.int)
    case .number: .known(.double)
    case .knownValues, .object, .recursive: .emitted([SwiftName(own)])
    case .media(let media): .known(mediaType(media.kind))
    case .array(let array): list(type(of: array.item, own: own), array)
    case .anyObject: .known(.jsonObject)
    case .any: .known(.json)
    }
  }

  private static func list(_ item: SwiftType, _ array: ArrayShape) -> SwiftType {
    .array(array.itemIsNullable ? .optional(item) : item)
  }

  /// The shape with plain JSON in place of lists that stand in more than seven others: compilers
  /// take twice as long for every further list in a list.
  static func expressible(_ shape: Shape, depth: Int = 0) -> Shape {
    guard case .array(var array) = shape else { return shape }
    guard depth < ArrayShape.maximumNesting else { return .any }
    array.item = expressible(array.item, depth: depth + 1)
    return .array(array)
  }

  /// Returns a Boolean value that indicates whether a shape has a Swift type.
  static func isExpressible(_ shape: Shape, depth: Int = 0) -> Bool {
    guard case .array(let array) = shape else { return true }
    return depth < ArrayShape.maximumNesting && isExpressible(array.item, depth: depth + 1)
  }

  static func mediaType(_ kind: MediaKind) -> KnownType {
    switch kind {
    case .image: .image
    case .video: .video
    case .audio: .audio
    }
  }

  /// Outputs give files as URLs, not as inputs.
  static func outputType(of shape: Shape, own: String) -> SwiftType {
    switch shape {
    case .media: .known(.string)
    case .array(let array): list(outputType(of: array.item, own: own), array)
    case .anyObject: .known(.json)
    default: type(of: shape, own: own)
    }
  }

  /// The known values inside a shape, at whatever depth of arrays.
  static func knownValues(in shape: Shape) -> KnownSet? {
    switch shape {
    case .knownValues(let set): set
    case .array(let array): knownValues(in: array.item)
    default: nil
    }
  }

  /// The object inside a shape, at whatever depth of arrays.
  static func object(in shape: Shape) -> ObjectShape? {
    switch shape {
    case .object(let object): object
    case .array(let array): PropertyType.object(in: array.item)
    default: nil
    }
  }

  /// The protocol by which a known value can be given as a literal.
  static func literalProtocol(_ set: KnownSet) -> KnownType {
    switch set {
    case .strings: .stringLiteral
    case .integers: .integerLiteral
    case .numbers: .floatLiteral
    }
  }
}
