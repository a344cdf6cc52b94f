import ModelFiles
import ModelSchema
import SwiftBindings
import ToolSupport

/// Bindings of model files that can't be used at the moment: they stay until the file is mended or
/// deleted, and so do the namespaces that they stand in.
struct StayingBindings {
  /// Below the output folder.
  private(set) var contents: [(path: String, bytes: [UInt8])] = []
  var files: Set<String> { Set(contents.map(\.path)) }
  private(set) var ids: [String] = []

  init(
    of models: ModelSet, among existing: [String], in output: OutputFolder
  ) throws(CommandFailure) {
    guard models.hasBrokenFiles else { return }
    var broken: [String: String] = [:]
    for source in models.brokenSources { broken[StayingBindings.visible(source)] = source }
    var known = Set(models.ids)
    for file in existing {
      guard case .own(let bytes, let header) = try output.present(file),
        let source = broken[StayingBindings.visible(header.source)]
      else { continue }
      contents.append((file, bytes))
      if header.fingerprint.isEmpty { continue }
      let pathID = ModelFile(path: source, relativePath: source, bytes: []).pathID
      if let id = StayingBindings.modelID(in: bytes) ?? pathID, known.insert(id).inserted {
        ids.append(id)
      }
    }
  }

  /// The id that a file of bindings names. Nil for one that is written with escapes.
  private static func modelID(in bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n") {
      guard let start = line.firstRange(of: "var modelID: ModelID { \"") else { continue }
      let literal = line[start.upperBound...].prefix { $0 != "\"" }
      return literal.contains("\\") ? nil : String(literal)
    }
    return nil
  }

  /// A head shows its source without odd characters, so that only the others are compared.
  private static func visible(_ source: String) -> String {
    String(String.UnicodeScalarView(source.unicodeScalars.filter { (0x21..<0x7F) ~= $0.value }))
  }
}
