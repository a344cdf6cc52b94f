@_spi(Generated) public import ModelCore

/// A JSON object with typed fields: the body of a request, or an object inside one.
///
/// Generated types conform to it. They declare their fields; validation, encoding, decoding, equality,
/// hashing and printing follow from those.
public protocol ModelObject: FieldValue, Hashable, Codable, CustomStringConvertible {
  /// Additional fields to send that the bindings don't declare.
  ///
  /// A field in here replaces the property of the same key and isn't checked, which
  /// ``ModelRequest/uncheckedRules()`` lists. A null is sent as null.
  var extraFields: JSONObject { get }

  /// Shows every field, with its rules, in the order of the schema.
  @_spi(Generated) mutating func visit(_ fields: inout FieldVisitor)

  /// An instance into which a decoder reads the fields.
  @_spi(Generated) static var blank: Self? { get }
}

@_spi(Generated) extension ModelObject {
  public mutating func visit(_ fields: inout FieldVisitor) {}

  public static var blank: Self? { nil }

  public func writeValue(to writer: inout FieldWriter) { writer.object(self) }

  public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard let object = issues.expect(json.object, "object", in: json) else { return nil }
    guard var value = Self.blank else {
      issues.report(.type, at: nil, "\(Self.self) can't be created from JSON")
      return nil
    }
    let count = issues.issues.count
    var fields = FieldVisitor(.reading)
    fields.reader = FieldReader(object)
    swap(&fields.issues, &issues)
    value.visit(&fields)
    swap(&fields.issues, &issues)
    guard issues.issues.count == count else { return nil }
    self = value
  }
}

extension ModelObject {
  /// Checks every rule of the schema and reports each that is violated.
  package func validate(into issues: inout ValidationIssues) {
    var (object, fields) = (self, FieldVisitor(.checking))
    swap(&fields.issues, &issues)
    object.visit(&fields)
    swap(&fields.issues, &issues)
    if issues.listsUnchecked, !extraFields.isEmpty { reportOverridden(in: &issues) }
  }

  /// Lists extra fields that replace a property or have nearly its key.
  private func reportOverridden(in issues: inout ValidationIssues) {
    var (object, fields) = (self, FieldVisitor(.naming))
    object.visit(&fields)
    let declared = Set(fields.keys.map(WireName.init))
    for (key, value) in extraFields.members {
      if declared.contains(WireName(key)) {
        if value.kind == .null { continue }
        issues.reportUnchecked(
          "extraFields", at: .key(key), because: "the extra field replaces the property")
      } else if let near = Spelling.nearest(to: key, among: fields.keys) {
        issues.reportUnchecked(
          "extraFields", at: .key(key),
          because: "the key isn't declared; did you mean \(ValueText.quoted(near))?")
      }
    }
  }

  /// Writes the keys and values of the object, without its braces.
  func write(to body: inout FieldWriter) {
    var (object, fields) = (self, FieldVisitor(.writing))
    swap(&fields.writer, &body)
    object.visit(&fields)
    swap(&fields.writer, &body)
  }
}

extension ModelObject {
  /// The JSON text of the object in UTF-8, as it is sent to the service.
  public var jsonBytes: [UInt8] {
    var writer = FieldWriter()
    writer.object(self)
    return writer.json.bytes
  }

  /// The object as a JSON value.
  public var json: JSONValue { (try? JSONValue(parsing: jsonBytes)) ?? .null }

  /// Creates an object from JSON, such as a saved request.
  ///
  /// Keys that the bindings don't declare become ``extraFields``. A data URI becomes the data of a
  /// media input. Rules of the schema are not checked.
  ///
  /// - Parameter json: The object as ``json`` returns it.
  /// - Throws: A ``FieldDecodingError`` if a required key is missing or a value is of another kind
  ///   than its property.
  public init(json: JSONValue) throws(FieldDecodingError) {
    var issues = ValidationIssues()
    guard let value = Self(reading: json, &issues) else {
      throw FieldDecodingError(issues: issues.issues)
    }
    self = value
  }

  /// Returns a Boolean value that indicates whether two objects mean the same JSON, whatever the
  /// order of their keys and the spelling of their numbers.
  public static func == (left: Self, right: Self) -> Bool {
    let (one, other) = (left.jsonBytes, right.jsonBytes)
    if one == other { return true }
    // JSON that is too deep to be parsed equals only the same bytes.
    guard let one = try? JSONValue(parsing: one), let other = try? JSONValue(parsing: other)
    else { return false }
    return one == other
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(json) }

  public var hashValue: Int { Hasher.value(hash(into:)) }

  /// The JSON text on one line, without the bytes of media files.
  public var description: String {
    var writer = FieldWriter(style: .forPeople)
    writer.object(self)
    return writer.json.text
  }
}

extension ModelObject {
  /// Encodes the object as ``json``.
  ///
  /// - Throws: The error of the encoder.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

  /// Decodes an object as ``init(json:)`` creates it.
  ///
  /// - Throws: A `DecodingError`, whose underlying error is a ``FieldDecodingError`` if the JSON is
  ///   no such object.
  public init(from decoder: any Decoder) throws {
    let json = try JSONValue(from: decoder)
    do {
      try self.init(json: json)
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: error.description,
          underlyingError: error))
    }
  }
}

/// An error thrown when a request or an object inside one can't be created from JSON.
public struct FieldDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The missing keys and the values of the wrong kind, each with its path; never empty.
  public let issues: [ValidationIssue]

  /// The problems, one on each line.
  public var description: String { issues.map(\.description).joined(separator: "\n") }
}
