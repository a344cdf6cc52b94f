/// Something to import from, as it came: a page, a catalogue's answer, a schema, a model file.
package struct ImportSource: Sendable {
  /// The path as diagnostics show it.
  package let path: String
  package let bytes: [UInt8]
  /// The source that a model file names if the text itself doesn't name one.
  package let origin: String
  /// The id of the model, for a bare schema that can't say it itself.
  package let modelID: String?

  /// - Parameters:
  ///   - origin: Where the text was taken from; the name of the file where nothing better is known.
  ///   - modelID: The id that a bare schema is for; where it is nil, a file name such as
  ///     `vendor__model.json` says it. Ignored where the text names its model.
  package init(path: String, bytes: [UInt8], origin: String? = nil, modelID: String? = nil) {
    self.path = path
    self.bytes = bytes
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.origin = origin ?? name
    self.modelID = modelID ?? ImportSource.impliedID(path)
  }

  /// The id that a file name stands for: `vendor__model.json`.
  static func impliedID(_ path: String) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard name.contains("__") else { return nil }
    return split(withoutEndings(name), at: "__").joined(separator: "/")
  }

  private static func withoutEndings(_ text: String) -> String {
    var text = text
    for ending in [".json", ".model", ".schema", ".input", ".output"] where text.hasSuffix(ending) {
      text.removeLast(ending.count)
    }
    return text
  }

  private static func split(_ text: String, at mark: String) -> [String] {
    var parts: [String] = []
    var rest = Array(text.utf8)[...]
    let mark = Array(mark.utf8)
    while let range = rest.firstRange(of: mark) {
      parts.append(String(decoding: rest[..<range.lowerBound], as: UTF8.self))
      rest = rest[range.upperBound...]
    }
    return parts + [String(decoding: rest, as: UTF8.self)]
  }
}
