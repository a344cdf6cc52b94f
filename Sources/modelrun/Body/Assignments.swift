import ModelCore
import ModelSchema
import ToolSupport

/// The `--set key=value` of a command line, put into a body.
struct Assignments {
  private(set) var problems: [Problem] = []
  private var seen: Set<[WireName]> = []

  /// - Parameter input: Nil for a model of which there is no schema.
  mutating func apply(
    _ texts: [String], to body: inout JSONObject, _ input: ObjectShape?
  ) throws(CommandFailure) {
    for text in texts {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw CommandFailure(
          .usage, "--set \(ValueText.quoted(text)) isn't an assignment; expected --set key=value")
      }
      try apply(
        key: String(text[..<equals]), text: String(text[text.index(after: equals)...]), to: &body,
        input)
    }
  }

  private mutating func apply(
    key: String, text: String, to body: inout JSONObject, _ input: ObjectShape?
  ) throws(CommandFailure) {
    let path = target(key, input)
    var reader = ValueReader(at: path.issuePath)
    let value = reader.read(text, as: path.shape, isNullable: path.isNullable)
    problems += reader.problems
    let isFirst = seen.insert(path.keys.map { WireName($0) }).inserted
    if isFirst { return Assignments.set(path.keys[...], to: value, in: &body) }
    guard case .array = path.shape else {
      throw CommandFailure(.usage, "--set \(key)=… is given twice; expected one value")
    }
    // If one of the two isn't an array, a problem says so.
    guard let items = value.array, let before = Assignments.value(path.keys, in: body)?.array else {
      return
    }
    Assignments.set(path.keys[...], to: .array(before + items), in: &body)
  }

  private mutating func target(_ key: String, _ input: ObjectShape?) -> KeyPath {
    guard let input else { return KeyPath(unknown: key) }
    if let path = KeyPath(key, in: input) { return path }
    let keys = input.properties.map(\.key)
    let advice =
      Spelling.nearest(to: key, among: keys).map { "; did you mean \($0)?" }
      ?? "; the keys are \(keys.joined(separator: ", "))"
    problems.append(
      Problem(
        IssuePath([.key(key)]), .additionalProperties, value: key,
        "isn't a key of the model\(advice)"
      ))
    return KeyPath(unknown: key)
  }

  private static func value(_ keys: [String], in body: JSONObject) -> JSONValue? {
    keys.reduce(.object(body)) { value, key in value?[key] }
  }

  private static func set(
    _ keys: ArraySlice<String>, to value: JSONValue, in body: inout JSONObject
  ) {
    guard let key = keys.first else { return }
    guard keys.count > 1 else {
      body[key] = value
      return
    }
    var inner = body[key]?.object ?? JSONObject()
    set(keys.dropFirst(), to: value, in: &inner)
    body[key] = .object(inner)
  }
}
