public import JSONTree
public import ModelSchema

/// A model as its sources publish it.
public struct ImportedModel: Sendable {
  /// The id of the service, exact.
  public let id: String
  /// Empty where no source has a real one.
  public internal(set) var title: String
  public internal(set) var description: String
  /// The sources that something was taken from.
  public internal(set) var source: String
  /// An ISO date; empty where nobody gave one.
  public internal(set) var retrieved: String
  /// A request body that the vendor shows.
  public internal(set) var example: JSONNode?
  /// Exactly as published.
  public internal(set) var input: JSONNode
  /// Exactly as published, without the `{"output": …}` that pages print around it; nil where no
  /// source has one, which stands for the output that models have in common.
  public internal(set) var output: JSONNode?
  /// Keys of a model file that mean nothing here, kept at its end.
  var extras: [JSONMember]
  /// Where the input schema was taken from.
  let anchor: Anchor

  /// Where the model is named in the source of its input schema.
  public var path: String { anchor.source.path }
  public var place: SourcePlace { anchor.place }

  /// The text of the model file, keys in their fixed order.
  public var fileBytes: [UInt8] {
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
public struct ImportConflict: Sendable {
  public let id: String
  /// The sources that disagree.
  public let paths: [String]
  /// JSON pointers of the first differences, below `/input` or `/output`.
  public let differences: [String]
}

/// What came of reading sources.
public struct ImportResult: Sendable {
  /// In the order in which the sources name them; every id stands once.
  public internal(set) var models: [ImportedModel] = []
  /// Models that are not imported, since nobody can tell which source is right.
  public internal(set) var conflicts: [ImportConflict] = []
  /// An error for everything that could not be imported; notes for what was decided.
  public internal(set) var diagnostics: [Diagnostic] = []
}
