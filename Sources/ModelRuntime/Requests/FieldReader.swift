@_spi(Generated) import ModelCore

/// The members of a JSON object from which the fields of a request are read.
struct FieldReader: Sendable {
  private var values: [WireName: JSONValue] = [:]
  private var object: JSONObject = [:]
  private var readKeys: Set<WireName> = []

  /// A reader of nothing.
  init() {}

  init(_ object: JSONObject) {
    self.object = object
    values = Dictionary(object.members.map { (WireName($0.key), $0.value) }) { _, last in last }
  }

  /// The members that no field has read, in their order.
  var rest: JSONObject {
    JSONObject(object.members.filter { !readKeys.contains(WireName($0.key)) }.map { ($0, $1) })
  }

  /// Reads a required field.
  mutating func read<Value: FieldValue>(
    _ key: StaticString, _ value: inout Value, _ issues: inout ValidationIssues
  ) {
    let key = key.description
    guard let json = take(key) else { return issues.reportMissing(key) }
    read(json, at: key, &issues) { value = $0 }
  }

  /// Reads an optional field. A null stays among the rest, so that it is sent as null again.
  mutating func read<Value: FieldValue>(
    _ key: StaticString, _ value: inout Value?, _ issues: inout ValidationIssues
  ) {
    let key = key.description
    guard let json = values[WireName(key)], json.kind != .null || Value.self == JSONValue.self
    else { return }
    readKeys.insert(WireName(key))
    read(json, at: key, &issues) { value = $0 }
  }

  /// Accepts a null for a field that is sent as null where it is `nil`.
  mutating func readNull(_ key: StaticString, _ issues: inout ValidationIssues) {
    if take(key.description) == nil { issues.reportMissing(key.description) }
  }

  private mutating func take(_ key: String) -> JSONValue? {
    readKeys.insert(WireName(key))
    return values[WireName(key)]
  }

  private func read<Value: FieldValue>(
    _ json: JSONValue, at key: String, _ issues: inout ValidationIssues, into: (Value) -> Void
  ) {
    issues.nested(at: .key(key)) { issues in
      if let value = Value(reading: json, &issues) { into(value) }
    }
  }
}
