import ModelCore
import ModelSchema

/// A source with its lines counted.
struct SourceText: Sendable {
  let path: String
  let bytes: [UInt8]
  /// The source that model files created from it name.
  let origin: String
  /// The id for a bare schema.
  private(set) var modelID: String?
  private let places: PlaceTable

  init(_ source: ImportSource) {
    path = source.path
    bytes = source.bytes
    origin = source.origin
    modelID = source.modelID
    places = PlaceTable(of: source.bytes)
  }

  func place(ofByte offset: Int) -> SourcePlace {
    bytes.withUnsafeBufferPointer { places.place(ofByte: offset, in: $0) }
  }

  /// The same text, its bare schemas being those of a model that is known otherwise.
  func naming(_ modelID: String) -> SourceText {
    var text = self
    text.modelID = modelID
    return text
  }

  func anchor(at offset: Int) -> Anchor { Anchor(source: self, offset: offset) }
}

/// A byte of a source, whose line and column are computed only for a diagnostic.
struct Anchor: Sendable {
  let source: SourceText
  let offset: Int

  var place: SourcePlace { source.place(ofByte: offset) }

  /// `page.txt:12:3`, for a place that a message mentions.
  var text: String {
    let place = place
    return "\(source.path):\(place.line):\(place.column)"
  }

  func diagnostic(
    _ severity: Diagnostic.Severity, _ message: String, fix: String = "", pointer: String = ""
  ) -> Diagnostic {
    Diagnostic(
      severity, file: source.path, place: place, pointer: pointer, message: message, fix: fix)
  }
}
