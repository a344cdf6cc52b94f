public import JSONTree
public import SchemaRules

/// A value that is a JSON object on the wire: a request body, or an object inside one.
///
/// Emitted types conform to it. They say only how to check and how to write themselves; equality,
/// hashing, encoding and printing follow from the JSON, at no cost for each type.
public protocol ModelObject: FieldValue, Hashable, Encodable, CustomStringConvertible {
  /// Fields that the service knows and these bindings don't. A field that stands here takes the
  /// place of the property of the same key; null is sent as null.
  var extraFields: JSONObject { get }

  /// Checks every rule of the schema and reports all that are broken.
  func validate(into issues: inout ValidationIssues)

  /// Writes the keys and values of the object, without its braces.
  func write(to body: inout FieldWriter)
}

extension ModelObject {
  /// The value as it goes over the wire, in UTF-8.
  public var jsonBytes: [UInt8] {
    var writer = FieldWriter()
    writer.object(self)
    return writer.json.bytes
  }

  public func writeValue(to writer: inout FieldWriter) { writer.object(self) }

  /// The value as JSON, for code that wants to look at it key by key.
  public var json: JSONValue { (try? JSONValue(parsing: jsonBytes)) ?? .null }

  public static func == (left: Self, right: Self) -> Bool { left.json == right.json }

  public func hash(into hasher: inout Hasher) { hasher.combine(json) }

  /// As the compiler would write it for every type: written here, it costs those who compile
  /// bindings nothing.
  public var hashValue: Int { Hasher.value(of: self) }

  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

  /// The JSON on one line, with the bytes of files left out.
  public var description: String {
    var writer = FieldWriter(style: .forPeople)
    writer.object(self)
    return writer.json.text
  }
}
