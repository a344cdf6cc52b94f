package import ModelCore
package import ModelSchema

/// A model as its sources publish it.
package struct ImportedModel: Sendable {
  /// The id of the service, exact.
  package let id: String
  /// Empty where no source has a real one.
  package internal(set) var title: String
  package internal(set) var description: String
  /// The sources that something was taken from.
  package internal(set) var source: String
  /// An ISO date, or an empty string.
  package internal(set) var retrieved: String
  /// A request body that the vendor shows.
  package internal(set) var example: JSONNode?
  /// Exactly as published.
  package internal(set) var input: JSONNode
  /// Exactly as published, without the `{"output": …}` that pages print around it; nil where no
  /// source has one, which stands for the output that models have in common.
  package internal(set) var output: JSONNode?
  /// Keys of a model file that mean nothing here, kept at its end.
  var extras: [JSONMember]
  /// The location of the input schema.
  let anchor: Anchor

  /// The path of the source that contains the input schema.
  package var path: String { anchor.source.path }
  package var place: SourcePlace { anchor.place }

  /// The text of the model file, keys in their fixed order.
  package var fileBytes: [UInt8] {
    var writer = JSONWriter(style: .pretty, reserving: 4096)
    writer.beginObject()
    writer.key("model_id")
    writer.value(id)
    let texts = [
      ("title", title), ("description", description), ("source", source), ("retrieved", retrieved),
    ]
    for (key, text) in texts where !text.isEmpty {
      writer.key(key)
      writer.value(text)
    }
    for (key, node) in [("example", example), ("input", input), ("output", output)] {
      guard let node else { continue }
      writer.key(key)
      writer.value(exactly: node)
    }
    for member in extras {
      writer.key(member.key)
      writer.value(exactly: member.value)
    }
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

/// A model of which the sources say different things.
package struct ImportConflict: Sendable {
  package let id: String
  /// The sources that disagree.
  package let paths: [String]
  /// JSON pointers of the first differences, below `/input` or `/output`.
  package let differences: [String]
}

/// The result of reading sources.
package struct ImportResult: Sendable {
  /// In the order in which the sources name them; every id stands once.
  package internal(set) var models: [ImportedModel] = []
  /// Models that aren't imported because it is unclear which source is correct.
  package internal(set) var conflicts: [ImportConflict] = []
  /// An error for everything that could not be imported; notes for what was decided.
  package internal(set) var diagnostics: [Diagnostic] = []
}
