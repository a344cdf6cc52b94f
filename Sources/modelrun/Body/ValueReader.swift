import ModelCore
import ModelSchema

/// The value that the text of a `--set` stands for, by what the schema says of its key.
///
/// A text that can't be what is wanted stays a string beside the problem, so that a request can be
/// sent anyway with what was typed.
struct ValueReader {
  let path: IssuePath
  private(set) var problems: [Problem] = []

  init(at path: IssuePath) { self.path = path }

  /// - Parameter shape: Nil where the key is not known.
  mutating func read(_ text: String, as shape: Shape?, isNullable: Bool = false) -> JSONValue {
    if isNullable, text == "null", !takesText(shape) { return .null }
    switch shape {
    case .string, .media, .knownValues(.strings): return .string(text)
    case .boolean:
      if text == "true" || text == "false" { return .bool(text == "true") }
      return wrong(text, "must be true or false, not \(ValueText.quoted(text))")
    case .integer, .number, .knownValues(.integers), .knownValues(.numbers):
      if let number = JSONNumber(text: text) { return .number(number) }
      return wrong(text, "must be a number, not \(ValueText.quoted(text))")
    case .array(let array):
      guard begins(text, with: "[") else {
        return .array([read(text, as: array.item, isNullable: array.itemIsNullable)])
      }
      return json(text)
    case .object, .recursive, .anyObject:
      guard begins(text, with: "{") else {
        return wrong(text, "must be a JSON object, such as {\"key\": 1}")
      }
      return json(text)
    case .any, nil: return (try? JSONValue(parsing: Array(text.utf8))) ?? .string(text)
    }
  }

  private func takesText(_ shape: Shape?) -> Bool {
    switch shape {
    case .string, .media, .knownValues(.strings), nil: true
    default: false
    }
  }

  private func begins(_ text: String, with bracket: Character) -> Bool {
    text.first { !$0.isWhitespace } == bracket
  }

  private mutating func json(_ text: String) -> JSONValue {
    do throws(JSONParsingError) {
      return JSONValue(try JSONDocument(parsing: text).root)
    } catch {
      let place = "line \(error.place.line), column \(error.place.column)"
      problems.append(
        Problem(
          path, .type, value: text, "isn't valid JSON: \(error.message) (\(place) of the value)",
          isFatal: true))
      return .string(text)
    }
  }

  private mutating func wrong(_ text: String, _ message: String) -> JSONValue {
    problems.append(Problem(path, .type, value: text, message))
    return .string(text)
  }
}
