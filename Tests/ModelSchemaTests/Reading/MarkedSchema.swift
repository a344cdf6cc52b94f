import ModelCore
import ModelSchema
import Testing

/// The text of a model file with `1️⃣`, `2️⃣` … where findings must land; the text proper is without
/// them.
struct MarkedSchema {
  let bytes: [UInt8]
  /// The positions of the markers, in order.
  let places: [SourcePlace]

  init(_ marked: String) {
    var text: [Unicode.Scalar] = []
    var found: [UInt32: SourcePlace] = [:]
    var place = SourcePlace(line: 1, column: 1)
    let scalars = Array(marked.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if index + 2 < scalars.count, ("1"..."9").contains(scalars[index]),
        scalars[index + 1].value == 0xFE0F, scalars[index + 2].value == 0x20E3
      {
        found[scalars[index].value] = place
        index += 3
        continue
      }
      text.append(scalars[index])
      place.column += 1
      if scalars[index] == "\n" { place = SourcePlace(line: place.line + 1, column: 1) }
      index += 1
    }
    bytes = Array(String(String.UnicodeScalarView(text)).utf8)
    places = found.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// The expected contents of a diagnostic, without its position.
struct Expected: Equatable, CustomStringConvertible {
  var severity: Diagnostic.Severity
  var message: String
  var fix: String

  static func error(_ message: String, fix: String = "") -> Expected {
    Expected(severity: .error, message: message, fix: fix)
  }

  static func warning(_ message: String, fix: String = "") -> Expected {
    Expected(severity: .warning, message: message, fix: fix)
  }

  static func note(_ message: String, fix: String = "") -> Expected {
    Expected(severity: .note, message: message, fix: fix)
  }

  var description: String { "\(severity.rawValue): \(message); \(fix)" }
}

/// Reads a model file and expects these findings and no other, each where its marker stands.
@discardableResult
func expectFindings(
  inFile marked: String, at relativePath: String? = nil, _ expected: Expected...,
  location: SourceLocation = #_sourceLocation
) -> Model? {
  check(MarkedSchema(marked), relativePath, expected, location)
}

/// The same for an input schema by itself.
@discardableResult
func expectFindings(
  in input: String, _ expected: Expected..., location: SourceLocation = #_sourceLocation
) -> Model? {
  check(MarkedSchema("{\"model_id\": \"a/b\", \"input\": \(input)}"), nil, expected, location)
}

/// The same for the schema of a property, of which the shape is given back.
@discardableResult
func expectFindings(
  inProperty schema: String, _ expected: Expected..., location: SourceLocation = #_sourceLocation
) -> Property? {
  let input = "{\"type\": \"object\", \"properties\": {\"x\": \(schema)}}"
  let marked = MarkedSchema("{\"model_id\": \"a/b\", \"input\": \(input)}")
  let model = check(marked, nil, expected, location)
  #expect(model?.input.properties.map(\.key) == ["x"], sourceLocation: location)
  return model?.input.properties.first
}

private func check(
  _ marked: MarkedSchema, _ relativePath: String?, _ expected: [Expected],
  _ location: SourceLocation
) -> Model? {
  let path = relativePath.map { "schemas/\($0)" } ?? "model.json"
  let reading = ModelReader.read(
    ModelFile(path: path, relativePath: relativePath, bytes: marked.bytes))
  let found = reading.diagnostics.map {
    Expected(severity: $0.severity, message: $0.message, fix: $0.fix)
  }
  #expect(found == expected, sourceLocation: location)
  #expect(reading.diagnostics.map(\.place) == marked.places, sourceLocation: location)
  #expect(reading.diagnostics.allSatisfy { $0.file == path }, sourceLocation: location)
  #expect(
    (reading.model == nil) == expected.contains { $0.severity == .error },
    "a model is refused only with an error", sourceLocation: location)
  return reading.model
}
