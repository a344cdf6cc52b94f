import JSONTree

/// Reads a model file: finds the id, the input and the output, and has them interpreted.
public enum ModelReader {
  private static var knownKeys: [String] {
    [
      "model_id", "title", "description", "source", "retrieved", "example", "example_request",
      "input", "output",
    ]
  }

  /// Reads a file. Never throws: whatever is wrong is in the diagnostics.
  public static func read(_ file: ModelFile) -> ModelReading {
    var findings = Findings(file: file.path)
    let model = read(file, &findings)
    return ModelReading(model: model, diagnostics: findings.diagnostics)
  }

  private static func read(_ file: ModelFile, _ findings: inout Findings) -> Model? {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: file.bytes)
    } catch {
      findings.add(
        Diagnostic(.error, file: file.path, place: error.place, message: error.message))
      return nil
    }
    let root = document.root
    guard root.kind == .object else {
      findings.add(
        .error, "a model file is a JSON object, and this is a JSON \(root.kind)", at: root,
        fix: "see the format of model files in the README")
      return nil
    }
    report(document.duplicateKeys, file: file.path, &findings)
    if root["input"] == nil, looksLikeSchema(root) {
      return readBareSchema(root, of: file, &findings)
    }
    guard let input = root["input"] else {
      findings.add(
        .error, "there is neither an input schema nor anything that looks like one", at: root,
        fix: "put the input schema under \"input\"")
      return nil
    }
    for member in root.members where !knownKeys.contains(where: member.hasKey) {
      let near = Spelling.nearest(to: member.key, among: knownKeys)
      findings.add(
        near == nil ? .note : .warning,
        "\"\(member.key)\" is not a key of model files; it is kept and ignored",
        at: member.keyNode, fix: near.map { "did you mean \"\($0)\"?" } ?? "")
    }
    guard let id = ModelIDReader.id(in: root, of: file, &findings) else { return nil }
    return assemble(id: id, root: root, input: input, &findings)
  }

  private static func looksLikeSchema(_ root: JSONNode) -> Bool {
    ["properties", "$ref", "allOf", "required", "type"].contains { root[$0] != nil }
      && root["model_id"] == nil
  }

  private static func readBareSchema(
    _ root: JSONNode, of file: ModelFile, _ findings: inout Findings
  ) -> Model? {
    guard let id = file.pathID else {
      findings.add(
        .error, "a bare schema has its id from its path in the schemas folder, and this has none",
        at: root, fix: "wrap it: {\"model_id\": \"vendor/model\", \"input\": …}")
      return nil
    }
    guard ModelIDReader.check(id, at: root, &findings) else { return nil }
    return assemble(id: id, root: nil, input: root, &findings)
  }

  private static func assemble(
    id: String, root: JSONNode?, input: JSONNode, _ findings: inout Findings
  ) -> Model? {
    func text(_ key: String) -> String {
      guard let node = root?[key], !node.isNull else { return "" }
      if node.kind != .string {
        findings.add(.warning, "\"\(key)\" must be a string, not a \(node.kind)", at: node)
      }
      return node.string ?? ""
    }
    var reader = ShapeReader(root: input)
    guard let inputShape = reader.readInput(input, &findings) else { return nil }
    let output = OutputReader.read(root?["output"], &findings)
    let example = root?["example"] ?? root?["example_request"]
    return Model(
      id: id, title: text("title"), description: text("description"), source: text("source"),
      retrieved: text("retrieved"), input: inputShape, output: output,
      example: example.flatMap { $0.isNull ? nil : $0 }, inputSchema: input)
  }

  private static func report(
    _ duplicates: [JSONDuplicateKey], file: String, _ findings: inout Findings
  ) {
    for duplicate in duplicates {
      findings.add(
        Diagnostic(
          .warning, file: file, place: duplicate.place,
          pointer: duplicate.object + "/" + JSONPointer.escape(duplicate.key),
          message: "the key \"\(duplicate.key)\" stands here again; the last one counts",
          fix: "it stands first at line \(duplicate.first.line), column \(duplicate.first.column)"))
    }
  }
}
