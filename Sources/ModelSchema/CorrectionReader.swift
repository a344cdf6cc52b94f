import ModelCore

/// Reads the correction of a model file and puts it on.
///
/// A correction that is not as it should be, or that makes no difference any more, is an error, and
/// the model isn't used: bindings of an uncorrected schema would be wrong without anyone noticing.
struct CorrectionReader {
  private static var keys: [String] { ["reason", "source", "patch"] }

  private let file: String
  private var diagnostics: [Diagnostic] = []

  /// The corrected document; nil if it can't be made, and the findings then hold an error.
  static func apply(
    _ file: CorrectionFile, to document: JSONDocument, _ findings: inout Findings
  ) -> (JSONDocument, AppliedCorrection)? {
    var reader = CorrectionReader(file: file.path)
    let result = reader.apply(file.bytes, to: document)
    for diagnostic in reader.diagnostics { findings.add(diagnostic) }
    return reader.diagnostics.contains { $0.severity == .error } ? nil : result
  }

  private init(file: String) { self.file = file }

  private mutating func apply(
    _ bytes: [UInt8], to document: JSONDocument
  ) -> (JSONDocument, AppliedCorrection)? {
    let own: JSONDocument
    do {
      own = try JSONDocument(parsing: bytes)
    } catch {
      diagnostics.append(
        Diagnostic(.error, file: file, place: error.place, message: error.message))
      return nil
    }
    reportDuplicates(own)
    guard let (note, patch) = read(own.root) else { return nil }
    let merge = JSONMergePatch(patch, on: document.root)
    guard merge.changesAnything else {
      complain("the correction changes nothing any more", patch, fix: "delete the file")
      return nil
    }
    for part in merge.idleParts {
      diagnostics.append(
        diagnostic(
          .warning, "this part of the correction changes nothing", part, fix: "take it out"))
    }
    do {
      return (
        try JSONDocument(splicing: merge.result), AppliedCorrection(note: note, document: own)
      )
    } catch {
      complain("the corrected model can't be read: \(error.message)", patch)
      return nil
    }
  }

  private mutating func read(_ root: JSONNode) -> (Correction, JSONNode)? {
    guard root.kind == .object else {
      let kind = ValueText.withArticle(root.kind.description)
      complain("a correction is an object with a \"reason\" and a \"patch\", not \(kind)", root)
      return nil
    }
    for member in root.members where !CorrectionReader.keys.contains(where: member.hasKey) {
      let near = Spelling.nearest(to: member.key, among: CorrectionReader.keys)
      complain(
        "\(ValueText.quoted(member.key)) is not a key of corrections", member.keyNode,
        fix: near.map { "did you mean \"\($0)\"?" } ?? "what is corrected goes into \"patch\"")
    }
    let source = root["source"]
    if let source, source.string == nil { complain("\"source\" must be a string", source) }
    let reason = readReason(root)
    guard let patch = readPatch(root), let reason else { return nil }
    return (Correction(reason: reason, source: source?.string ?? "", file: file), patch)
  }

  private mutating func readReason(_ root: JSONNode) -> String? {
    guard let node = root["reason"] else {
      complain("\"reason\" is missing", root, fix: "say what is wrong in the published schema")
      return nil
    }
    let text = node.string ?? ""
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      complain(
        "\"reason\" must say something", node, fix: "say what is wrong in the published schema")
      return nil
    }
    return text
  }

  private mutating func readPatch(_ root: JSONNode) -> JSONNode? {
    guard let patch = root["patch"], patch.kind == .object else {
      complain(
        root["patch"] == nil ? "\"patch\" is missing" : "\"patch\" must be an object",
        root["patch"] ?? root, fix: "write what changes, as in {\"input\": {\"required\": […]}}")
      return nil
    }
    if let id = patch["model_id"] {
      complain("a correction can't give a model another id", id, fix: "change the model file")
    }
    return patch
  }

  private mutating func reportDuplicates(_ document: JSONDocument) {
    for twin in document.duplicateKeys {
      diagnostics.append(
        Diagnostic(
          .error, file: file, place: twin.place, pointer: twin.object,
          message: "duplicate key \(ValueText.quoted(twin.key))",
          fix: "it stands first at line \(twin.first.line), column \(twin.first.column)"))
    }
  }

  private mutating func complain(_ message: String, _ node: JSONNode, fix: String = "") {
    diagnostics.append(diagnostic(.error, message, node, fix: fix))
  }

  private func diagnostic(
    _ severity: Diagnostic.Severity, _ message: String, _ node: JSONNode, fix: String
  ) -> Diagnostic {
    Diagnostic(
      severity, file: file, place: node.place, pointer: node.pointer, message: message, fix: fix)
  }
}
