public import JSONTree
public import SchemaRules

/// An object inside a request, or inside another object.
///
/// It is several protocols together and no protocol that inherits from them, which would have every
/// type carry a table more for each. What is to be added to all objects goes into an extension of
/// ``RequestFields``.
public typealias ModelObject = RequestFields & FieldValue & Hashable & Encodable
  & CustomStringConvertible

/// A value that is a JSON object on the wire: a request body, or an object inside one.
///
/// Emitted types conform to it. They say only which fields they have: checking and writing go
/// through these, and equality, hashing, encoding and printing follow from the JSON.
public protocol RequestFields: Sendable {
  /// Fields that the service knows and these bindings don't. A field that stands here takes the
  /// place of the property of the same key; null is sent as null.
  var extraFields: JSONObject { get }

  /// Shows every field, with its rules, in the order of the schema.
  func visit(_ fields: inout FieldVisitor)
}

extension RequestFields {
  /// Checks every rule of the schema and reports all that are broken.
  public func validate(into issues: inout ValidationIssues) {
    var fields = FieldVisitor(isWriting: false)
    swap(&fields.issues, &issues)
    visit(&fields)
    swap(&fields.issues, &issues)
  }

  /// Writes the keys and values of the object, without its braces.
  public func write(to body: inout FieldWriter) {
    var fields = FieldVisitor(isWriting: true)
    swap(&fields.writer, &body)
    visit(&fields)
    swap(&fields.writer, &body)
  }

  /// The value as it goes over the wire, in UTF-8.
  public var jsonBytes: [UInt8] {
    var writer = FieldWriter()
    writer.object(self)
    return writer.json.bytes
  }

  public func writeValue(to writer: inout FieldWriter) { writer.object(self) }

  /// The value as JSON, for code that wants to look at it key by key.
  public var json: JSONValue { (try? JSONValue(parsing: jsonBytes)) ?? .null }

  /// Whether both mean the same JSON: the order of keys and the spelling of numbers don't count.
  public static func == (left: Self, right: Self) -> Bool {
    let (one, other) = (left.jsonBytes, right.jsonBytes)
    if one == other { return true }
    // What is too deep to be read is equal only to the same bytes.
    guard let one = try? JSONValue(parsing: one), let other = try? JSONValue(parsing: other)
    else { return false }
    return one == other
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(json) }

  public var hashValue: Int { Hasher.value(hash(into:)) }

  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

  /// The JSON on one line, with the bytes of files left out.
  public var description: String {
    var writer = FieldWriter(style: .forPeople)
    writer.object(self)
    return writer.json.text
  }
}
