@_spi(Generated) public import ModelCore

/// Goes through the fields of an object to check them, to write them or to read them.
///
/// Generated code shows each field once, with its key, its value and its rules, in the order of the
/// schema. A field that is `nil` is neither checked nor written. Keys are static strings, and checks
/// ask for a path only after they have found a problem.
@_spi(Generated) public struct FieldVisitor: Sendable {
  enum Purpose: Sendable {
    case checking, writing, reading
    /// Collects the keys, whether or not their fields are set.
    case naming
  }

  let purpose: Purpose
  var issues = ValidationIssues()
  var writer = FieldWriter(reserving: 0)
  var reader = FieldReader()
  /// The keys of the fields, in the order of the schema.
  private(set) var keys: [String] = []

  init(_ purpose: Purpose) { self.purpose = purpose }

  var isChecking: Bool { purpose == .checking }

  /// Writes or reads a required field, and returns `false` if it is to be checked.
  @inline(__always)
  mutating func transfer<Value: FieldValue>(_ key: StaticString, _ value: inout Value) -> Bool {
    switch purpose {
    case .checking: return false
    case .writing: writer.write(key, value)
    case .reading: reader.read(key, &value, &issues)
    case .naming: keys.append(key.description)
    }
    return true
  }

  /// Writes or reads an optional field, and returns `false` if it is to be checked.
  @inline(__always)
  mutating func transfer<Value: FieldValue>(_ key: StaticString, _ value: inout Value?) -> Bool {
    switch purpose {
    case .checking: return false
    case .writing: writer.write(key, value)
    case .reading: reader.read(key, &value, &issues)
    case .naming: keys.append(key.description)
    }
    return true
  }
}

/// Fields without rules, and fields whose rules belong to their type.
@_spi(Generated) extension FieldVisitor {
  /// Visits a required value without rules.
  public mutating func value(_ key: StaticString, _ value: inout some FieldValue) {
    _ = transfer(key, &value)
  }

  /// Visits an optional value without rules.
  public mutating func value(_ key: StaticString, _ value: inout (some FieldValue)?) {
    _ = transfer(key, &value)
  }

  /// Visits a required Boolean value.
  public mutating func bool(_ key: StaticString, _ value: inout Bool) {
    _ = transfer(key, &value)
  }

  /// Visits an optional Boolean value.
  public mutating func bool(_ key: StaticString, _ value: inout Bool?) {
    _ = transfer(key, &value)
  }

  /// Visits a required value of an open enum.
  public mutating func openEnum(_ key: StaticString, _ value: inout some OpenEnum) {
    if !transfer(key, &value) { issues.check(value, .key(key.description)) }
  }

  /// Visits an optional value of an open enum.
  public mutating func openEnum(_ key: StaticString, _ value: inout (some OpenEnum)?) {
    if !transfer(key, &value) { issues.check(value, .key(key.description)) }
  }

  /// Visits a required object.
  public mutating func object(_ key: StaticString, _ value: inout some ModelObject) {
    if !transfer(key, &value) { issues.check(value, .key(key.description)) }
  }

  /// Visits an optional object.
  public mutating func object(_ key: StaticString, _ value: inout (some ModelObject)?) {
    if !transfer(key, &value) { issues.check(value, .key(key.description)) }
  }
}

/// Rules for the object as a whole, and rules that aren't checked.
@_spi(Generated) extension FieldVisitor {
  /// Encodes a required field that is `nil` as null; follows the visit of the field itself.
  public mutating func nullable(_ key: StaticString, _ value: (some FieldValue)?) {
    guard value == nil else { return }
    switch purpose {
    case .checking, .naming: break
    case .writing: writer.writeNull(key)
    case .reading: reader.readNull(key, &issues)
    }
  }

  /// Keeps the fields of the JSON that no other visit has read; follows all other visits.
  public mutating func rest(_ extraFields: inout JSONObject) {
    if purpose == .reading { extraFields = reader.rest }
  }

  /// Checks a key that the schema requires and doesn't describe.
  public mutating func check(required key: StaticString, in extraFields: JSONObject) {
    if isChecking { issues.check(required: key.description, in: extraFields) }
  }

  /// Checks the extra fields of an object that accepts no keys but these.
  public mutating func check(_ extraFields: JSONObject, among keys: @autoclosure () -> [String]) {
    if isChecking { issues.check(extraFields, among: keys()) }
  }
}
