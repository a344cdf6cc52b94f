package import ModelCore

/// Writes the fields of a request, one call for each.
///
/// A `nil` writes nothing: the service then uses its own default.
@_spi(Generated) public struct FieldWriter: Sendable {
  /// The reader of the text.
  public enum Style: Sendable {
    /// The service, which gets everything.
    case wire
    /// A person, who doesn't get the bytes of files.
    case forPeople
  }

  /// The writer of the JSON text.
  package var json: JSONWriter
  let style: Style
  /// The extra fields of the object that is being written, which replace properties.
  private var overridden: JSONObject = [:]

  /// Creates a writer for a reader of the text.
  public init(style: Style = .wire) {
    self.style = style
    json = JSONWriter()
  }

  /// A writer that allocates nothing before it is written to.
  init(reserving capacity: Int) {
    style = .wire
    json = JSONWriter(reserving: capacity)
  }

  /// Writes a string. This and the next three are faster than the generic method.
  public mutating func write(_ key: StaticString, _ value: String?) {
    if let value, begin(key) { json.value(value) }
  }

  /// Writes an integer.
  public mutating func write(_ key: StaticString, _ value: Int?) {
    if let value, begin(key) { json.value(value) }
  }

  /// Writes a number.
  public mutating func write(_ key: StaticString, _ value: Double?) {
    if let value, begin(key) { json.value(value) }
  }

  /// Writes a Boolean value.
  public mutating func write(_ key: StaticString, _ value: Bool?) {
    if let value, begin(key) { json.value(value) }
  }

  /// Writes a field, or nothing for `nil`.
  public mutating func write(_ key: StaticString, _ value: (some FieldValue)?) {
    guard let value, begin(key) else { return }
    value.writeValue(to: &self)
  }

  /// Writes null for a field.
  public mutating func writeNull(_ key: StaticString) {
    if begin(key) { json.null() }
  }

  /// Writes an object with its braces, extra fields last.
  public mutating func object(_ object: some ModelObject) {
    let outer = overridden
    overridden = object.extraFields
    json.beginObject()
    object.write(to: &self)
    for (key, value) in overridden.members {
      json.key(key)
      json.value(value)
    }
    json.endObject()
    overridden = outer
  }

  private mutating func begin(_ key: StaticString) -> Bool {
    if !overridden.isEmpty, overridden[key.description] != nil { return false }
    json.key(key)
    return true
  }
}
