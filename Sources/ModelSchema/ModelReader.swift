package import ModelCore

/// A model file of which the id is known and nothing else is interpreted yet.
///
/// Names depend on the ids of all models, and most files need no more when nothing has changed.
package struct OpenedModelFile: Sendable {
  package let id: String
  /// The position of the ID.
  package let idPlace: SourcePlace
  package let path: String
  /// A Boolean value that indicates whether the file itself contains the ID.
  package var hasOwnID: Bool { root?["model_id"] != nil }
  /// The object with `input` and `output`; nil for a bare input schema.
  let root: JSONNode?
  let input: JSONNode
  /// The correction of the nodes.
  let correction: AppliedCorrection?
}

/// Reads model files: first the id, then what the schemas mean.
package enum ModelReader {
  /// Parses a file and finds its id. Never throws: whatever is wrong is in the diagnostics.
  package static func open(_ file: ModelFile) -> (
    opened: OpenedModelFile?, diagnostics: [Diagnostic]
  ) {
    var findings = Findings(file: file.path)
    let opened = open(file, &findings)
    return (opened, findings.diagnostics)
  }

  /// Interprets an opened file.
  package static func interpret(_ opened: OpenedModelFile) -> ModelReading {
    var findings = Findings(file: opened.path)
    findings.correction = opened.correction
    let model = interpret(opened, &findings)
    return ModelReading(model: model, diagnostics: findings.diagnostics)
  }

  /// Both steps in one.
  package static func read(_ file: ModelFile) -> ModelReading {
    let (opened, diagnostics) = open(file)
    guard let opened else { return ModelReading(model: nil, diagnostics: diagnostics) }
    var reading = interpret(opened)
    reading.diagnostics = diagnostics + reading.diagnostics
    return reading
  }

  private static func open(_ file: ModelFile, _ findings: inout Findings) -> OpenedModelFile? {
    var document: JSONDocument
    do {
      document = try JSONDocument(parsing: file.bytes)
    } catch {
      findings.add(
        Diagnostic(.error, file: file.path, place: error.place, message: error.message))
      return nil
    }
    guard document.root.kind == .object else {
      findings.add(
        .error, "a model file is a JSON object, and this is \(article(document.root))",
        at: document.root, fix: "see \"Model files\" in modelgen's article AddingAModel.md")
      return nil
    }
    if let correction = file.correction {
      guard let corrected = CorrectionReader.apply(correction, to: document, &findings) else {
        return nil
      }
      (document, findings.correction) = corrected
    }
    let root = document.root
    report(document.duplicateKeys, file: file.path, &findings)
    if root["input"] == nil, looksLikeSchema(root) {
      return openBareSchema(root, of: file, &findings)
    }
    guard let input = root["input"] else {
      reportNoInput(root, &findings)
      return nil
    }
    for member in root.members where !ModelFile.keys.contains(where: member.hasKey) {
      let fix = findings.suggestion(for: member.key, among: ModelFile.keys)
      findings.add(
        fix.isEmpty ? .note : .warning,
        "\(ValueText.quoted(member.key)) is not a key of model files; it is kept and ignored",
        at: member.keyNode, fix: fix)
    }
    guard let id = ModelIDReader.id(in: root, of: file, &findings) else { return nil }
    return OpenedModelFile(
      id: id, idPlace: (root["model_id"] ?? root).place, path: file.path, root: root, input: input,
      correction: findings.correction)
  }

  private static func looksLikeSchema(_ root: JSONNode) -> Bool {
    [Keyword.properties, .reference, .allOf, .required, .type].contains { root[$0] != nil }
      && root["model_id"] == nil
  }

  private static func reportNoInput(_ root: JSONNode, _ findings: inout Findings) {
    let near = root.members.first { $0.key.hasPrefix("input") || $0.key == "parameters" }
    let fix =
      if let near {
        "rename \(ValueText.quoted(near.key)) to \"input\""
      } else if root[.properties] != nil {
        "put the schema itself under \"input\", beside \"model_id\""
      } else {
        "put the input schema under \"input\""
      }
    findings.add(
      .error, "the file has no \"input\", and isn't an input schema itself",
      at: near?.keyNode ?? root, fix: fix)
  }

  static func article(_ node: JSONNode) -> String {
    ValueText.withArticle(node.kind.description)
  }

  private static func openBareSchema(
    _ root: JSONNode, of file: ModelFile, _ findings: inout Findings
  ) -> OpenedModelFile? {
    guard let id = file.pathID else {
      findings.add(
        .error, "a bare schema has its id from its path in the schemas folder, and this has none",
        at: root, fix: "wrap it: {\"model_id\": \"vendor/model\", \"input\": …}")
      return nil
    }
    guard ModelIDReader.check(id, at: root, &findings) else { return nil }
    return OpenedModelFile(
      id: id, idPlace: root.place, path: file.path, root: nil, input: root,
      correction: findings.correction)
  }

  private static func interpret(
    _ opened: OpenedModelFile, _ findings: inout Findings
  ) -> Model? {
    let (root, input) = (opened.root, opened.input)
    func text(_ key: String) -> String {
      guard let node = root?[key], !node.isNull else { return "" }
      if node.kind != .string {
        findings.add(
          .warning, "\"\(key)\" must be a string, not \(article(node)); it is ignored", at: node)
      }
      return node.string ?? ""
    }
    var reader = ShapeReader(root: input)
    guard let (inputShape, uncheckedRules) = reader.readInput(input, &findings) else { return nil }
    let output = OutputReader.read(root?["output"], &findings)
    let example = root?["example"] ?? root?["example_request"]
    if let other = root?["example_request"], root?["example"] != nil {
      findings.add(
        .warning, "\"example_request\" is another word for \"example\", which is there too",
        at: other, fix: "keep one of the two")
    }
    return Model(
      id: opened.id, title: text("title"), description: text("description"), source: text("source"),
      retrieved: text("retrieved"), input: inputShape, uncheckedRules: uncheckedRules,
      output: output,
      example: example.flatMap { $0.isNull ? nil : $0 }, inputSchema: input,
      correction: opened.correction?.note)
  }

  private static func report(
    _ duplicates: [JSONDuplicateKey], file: String, _ findings: inout Findings
  ) {
    for duplicate in duplicates {
      findings.add(
        Diagnostic(
          .warning, file: file, place: duplicate.place,
          pointer: duplicate.object + "/" + JSONPointer.escape(duplicate.key),
          message:
            "duplicate key \(ValueText.quoted(duplicate.key)); the last one counts",
          fix: "it stands first at line \(duplicate.first.line), column \(duplicate.first.column)"))
    }
  }
}
