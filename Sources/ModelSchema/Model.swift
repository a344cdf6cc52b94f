public import JSONTree

/// What a model file says, told apart from how it says it.
///
/// This is the value between the room that knows the dialect and the one that knows Swift.
public struct Model: Sendable {
  /// The id of the service, exact: `bytedance/dreamina-4-0/edit`.
  public let id: String
  public let title: String
  public let description: String
  /// Where the schema was taken from, and when; empty where the file doesn't say.
  public let source: String
  public let retrieved: String
  /// The keys that a request body may have.
  public let input: ObjectShape
  /// Rules on the request body as a whole that bindings can't check, such as `anyOf`.
  public let uncheckedRules: [String]
  public let output: OutputShape
  /// A request body that the vendor shows.
  public let example: JSONNode?
  /// The whole input schema, for checks that go by the letter.
  public let inputSchema: JSONNode
  /// Why the model is not what its file says; nil where it is.
  public let correction: Correction?
}

/// What a finished job gives.
public enum OutputShape: Sendable {
  /// The image, images, video, videos, audio and audios that models have in common.
  case common
  /// An object with keys of its own.
  case object(ObjectShape)
  /// A bare string, array or whatever else.
  case value(Shape)
}

/// An object with known keys.
public struct ObjectShape: Sendable {
  public var title: String
  public var description: String
  /// In the order of the schema.
  public var properties: [Property]
  /// Keys that are required though the schema doesn't describe them.
  public var undescribedRequired: [String]
  /// Whether the schema forbids keys that it doesn't describe.
  public var isClosed: Bool
}

/// A key of an object.
public struct Property: Sendable {
  /// As on the wire.
  public let key: String
  public let title: String
  public let description: String
  public let isRequired: Bool
  /// Whether the schema allows null as a value.
  public let isNullable: Bool
  public let isDeprecated: Bool
  public let shape: Shape
  /// What the service takes where the key is absent, as published.
  public let defaultValue: JSONNode?
  /// Rules that bindings can't check, as the documentation shows them.
  public let uncheckedRules: [String]
  /// The schema of the property, for its place.
  public let node: JSONNode
}

/// The kind of value that a property takes, and its rules.
public indirect enum Shape: Sendable {
  case string(StringRules)
  case boolean
  case integer(NumberRules)
  case number(NumberRules)
  /// One of a published set, which may grow.
  case published(PublishedSet)
  case media(MediaShape)
  case array(ArrayShape)
  case object(ObjectShape)
  /// An object whose keys are not known.
  case anyObject
  /// Whatever JSON there is: nothing in Swift says it better.
  case any
}
