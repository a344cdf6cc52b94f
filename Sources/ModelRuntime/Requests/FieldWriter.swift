package import JSONTree

/// Writes the fields of a request, one call for each.
///
/// A nil value writes nothing: the service then takes its own default.
public struct FieldWriter: Sendable {
  /// Who is going to read the text.
  public enum Style: Sendable {
    /// The service: everything is written.
    case wire
    /// A person: the bytes of files are left out.
    case forPeople
  }

  /// The text so far.
  package var json: JSONWriter
  let style: Style
  /// Keys of the object being written that its `extraFields` speak for.
  private var overridden: JSONObject = [:]

  public init(style: Style = .wire) {
    self.style = style
    json = JSONWriter()
  }

  /// A writer that allocates nothing before it is written to.
  init(reserving capacity: Int) {
    style = .wire
    json = JSONWriter(reserving: capacity)
  }

  /// Writes a string; it and the next three are no more than quicker than the general one.
  public mutating func write(_ key: StaticString, _ value: String?) {
    if let value, begin(key) { json.value(value) }
  }

  /// Writes a whole number.
  public mutating func write(_ key: StaticString, _ value: Int?) {
    if let value, begin(key) { json.value(value) }
  }

  /// Writes a number.
  public mutating func write(_ key: StaticString, _ value: Double?) {
    if let value, begin(key) { json.value(value) }
  }

  /// Writes true or false.
  public mutating func write(_ key: StaticString, _ value: Bool?) {
    if let value, begin(key) { json.value(value) }
  }

  /// Writes a field, or nothing for nil.
  public mutating func write(_ key: StaticString, _ value: (some FieldValue)?) {
    guard let value, begin(key) else { return }
    value.writeValue(to: &self)
  }

  /// Writes null for a field.
  public mutating func writeNull(_ key: StaticString) {
    if begin(key) { json.null() }
  }

  /// Writes an object with its braces, extra fields last.
  public mutating func object(_ object: some RequestFields) {
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

/// What the value of a field can be.
public protocol FieldValue: Sendable {
  /// Writes one JSON value.
  func writeValue(to writer: inout FieldWriter)
}
