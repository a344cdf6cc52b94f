package import ModelCore

/// The contents of a model file, independent of their spelling in the schema.
///
/// The module that knows the dialect creates this value, and the module that knows Swift uses it.
package struct Model: Sendable {
  /// The id of the service, exact: `bytedance/dreamina-4-0/edit`.
  package let id: String
  package let title: String
  package let description: String
  /// The source of the schema and the date of its retrieval, or empty strings.
  package let source: String
  package let retrieved: String
  /// The keys that a request body may have.
  package let input: ObjectShape
  /// Rules on the request body as a whole that bindings can't check, such as `anyOf`.
  package let uncheckedRules: [String]
  package let output: OutputShape
  /// A request body that the vendor shows.
  package let example: JSONNode?
  /// The whole input schema, for full JSON Schema validation.
  package let inputSchema: JSONNode
  /// The correction of the model, or `nil` if it is the one in its file.
  package let correction: Correction?
}

/// The output of a finished job.
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
  /// A Boolean value that indicates whether the schema forbids keys that it doesn't describe.
  package var isClosed: Bool
  /// The definition that the object is, if others refer to it.
  package var definition: Definition?

  /// The number of properties above which bindings take long to compile.
  static var maximumReadableCount: Int { 1_000 }
  /// Rules about the keys of the object as a whole.
  package var keyRules: [KeyRule] = []
  /// Keys that a body with the first branch of a union has, for samples.
  package var branchKeys: [String] = []
}

/// A key of an object.
package struct Property: Sendable {
  /// As on the wire.
  package let key: String
  package let title: String
  package let description: String
  package let isRequired: Bool
  /// A Boolean value that indicates whether the schema allows null.
  package var isNullable: Bool
  package let isDeprecated: Bool
  package var shape: Shape
  /// The service's default for a missing key, as published.
  package let defaultValue: JSONNode?
  /// Rules that bindings can't check, as the documentation shows them.
  package var uncheckedRules: [String]
  /// The schema of the property, for its place.
  package let node: JSONNode
  /// The types of a value that is plain JSON, if the schema names several; otherwise empty.
  package var acceptedTypes: JSONTypes = []
  /// The keyword whose branches describe the key, if only they do; otherwise an empty string.
  package var branch = ""
}

/// The kind of value that a property takes, and its rules.
package indirect enum Shape: Sendable {
  case string(StringRules)
  case boolean
  case integer(NumberRules)
  case number(NumberRules)
  /// One of a published set, which may grow.
  case knownValues(KnownSet)
  case media(MediaShape)
  case array(ArrayShape)
  case object(ObjectShape)
  /// An object that stands around this place, or in itself: its definition refers to itself.
  case recursive(Definition)
  /// An object whose keys are not known.
  case anyObject
  /// Whatever JSON there is: nothing in Swift says it better.
  case any
}
