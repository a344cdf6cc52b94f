package import ModelCore

/// What a model file says, told apart from how it says it.
///
/// This is the value between the room that knows the dialect and the one that knows Swift.
package struct Model: Sendable {
  /// The id of the service, exact: `bytedance/dreamina-4-0/edit`.
  package let id: String
  package let title: String
  package let description: String
  /// Where the schema was taken from, and when; empty where the file doesn't say.
  package let source: String
  package let retrieved: String
  /// The keys that a request body may have.
  package let input: ObjectShape
  /// Rules on the request body as a whole that bindings can't check, such as `anyOf`.
  package let uncheckedRules: [String]
  package let output: OutputShape
  /// A request body that the vendor shows.
  package let example: JSONNode?
  /// The whole input schema, for checks that go by the letter.
  package let inputSchema: JSONNode
  /// Why the model is not what its file says; nil where it is.
  package let correction: Correction?
}

/// What a finished job gives.
package enum OutputShape: Sendable {
  /// The image, images, video, videos, audio and audios that models have in common.
  case common
  /// An object with keys of its own.
  case object(ObjectShape)
  /// A bare string, array or whatever else.
  case value(Shape)
}

/// An object with known keys.
package struct ObjectShape: Sendable {
  package var title: String
  package var description: String
  /// In the order of the schema.
  package var properties: [Property]
  /// Keys that are required though the schema doesn't describe them.
  package var undescribedRequired: [String]
  /// Whether the schema forbids keys that it doesn't describe.
  package var isClosed: Bool
}

/// A key of an object.
package struct Property: Sendable {
  /// As on the wire.
  package let key: String
  package let title: String
  package let description: String
  package let isRequired: Bool
  /// Whether the schema allows null as a value.
  package let isNullable: Bool
  package let isDeprecated: Bool
  package let shape: Shape
  /// What the service takes where the key is absent, as published.
  package let defaultValue: JSONNode?
  /// Rules that bindings can't check, as the documentation shows them.
  package let uncheckedRules: [String]
  /// The schema of the property, for its place.
  package let node: JSONNode
}

/// The kind of value that a property takes, and its rules.
package indirect enum Shape: Sendable {
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
