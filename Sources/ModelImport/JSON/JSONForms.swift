import ModelCore
import ModelSchema

/// Reads JSON that tells of models: catalogues, single entries, model files, bare schemas.
struct JSONForms {
  let source: SourceText
  /// From a node to its place in the source.
  let anchor: (JSONNode) -> Anchor
  private(set) var reading = SourceReading()
  /// Keys of catalogue entries that no model file has.
  private var leftOut: [String] = []

  init(source: SourceText, anchor: @escaping (JSONNode) -> Anchor) {
    self.source = source
    self.anchor = anchor
  }

  /// Returns a Boolean value that indicates whether a value names its model.
  static func namesItsModel(_ node: JSONNode) -> Bool {
    if node["models"]?.kind == .array { return true }
    guard node["model_id"] != nil || node["modelId"] != nil else { return false }
    return ["input", "input_schema", "inputSchema"].contains { node[$0] != nil }
  }

  /// Reads a whole JSON text.
  mutating func read(_ root: JSONNode) {
    if let models = root["models"], models.kind == .array {
      readCatalogue(models, total: root["total"])
    } else if root.kind == .array {
      readCatalogue(root, total: nil)
    } else if JSONForms.key(["input_schema", "inputSchema"], in: root) != nil {
      readEntry(root)
    } else if let id = root["model_id"], root["input"] != nil || root["output"] != nil {
      readModelFile(root, id: id)
    } else if root["model_id"] != nil {
      reportMissingSchema([root])
    } else if SchemaSigns.isSchema(root) || root["input"] != nil || root["output"] != nil {
      readBare(root)
    } else if root["openapi"] != nil || root["swagger"] != nil {
      reading.add(
        .error, "this is an OpenAPI document, which isn't read as a whole", at: anchor(root),
        fix: "import a schema of a request body, such as one under \"components\", by itself")
    } else if let schema = root["schema"], SchemaSigns.isSchema(schema) {
      reading.add(
        .error, "the schema is the value of \"schema\"", at: anchor(schema),
        fix: "import that value by itself")
    } else {
      reading.add(
        .error, "the JSON is neither a schema, a model file nor a catalogue",
        at: anchor(root),
        fix: "expected a schema, {\"model_id\": …, \"input\": …} or {\"models\": […]}"
      )
    }
    reportLeftOut(root)
  }

  private mutating func readCatalogue(_ models: JSONNode, total: JSONNode?) {
    var count = 0
    var bare: [JSONNode] = []
    for entry in models.elements {
      count += 1
      if entry["model_id"] != nil, entry["input"] != nil {
        read(entry)
      } else if JSONForms.key(["input_schema", "inputSchema"], in: entry) != nil {
        readEntry(entry)
      } else {
        bare.append(entry)
      }
    }
    if count == 0 {
      reading.add(.error, "the catalogue contains no models", at: anchor(models))
    }
    reportMissingSchema(bare)
    if let total = total?.number?.int, total > count {
      reading.add(
        .note, "the response contains \(count) of \(total) models", at: anchor(models),
        fix: "request the rest with a larger offset")
    }
  }

  private mutating func readEntry(_ entry: JSONNode) {
    guard let id = id(JSONForms.key(["model_id", "modelId"], in: entry), of: entry) else { return }
    guard var input = JSONForms.key(["input_schema", "inputSchema"], in: entry), !input.isNull
    else {
      reportMissingSchema([entry])
      return
    }
    // Some services send the schema as a text.
    if let text = input.string {
      do throws(JSONParsingError) {
        input = try JSONDocument(parsing: text).root
      } catch {
        reading.add(
          .error,
          "the input schema of \"\(id)\" is a string that isn't valid JSON: \(error.message)",
          at: anchor(input))
        return
      }
    }
    var candidate = Candidate(id: id, at: anchor(entry))
    candidate.input = unwrapped(input, "input")
    candidate.output = output(JSONForms.key(["output_schema", "outputSchema"], in: entry))
    candidate.title = text(["display_name", "displayName", "title", "name"], in: entry)
    candidate.description = text(["description"], in: entry)
    candidate.example = JSONForms.key(["example", "example_request"], in: entry)
      .flatMap { $0.isNull ? nil : $0 }
    for member in entry.members where !JSONForms.entryKeys.contains(member.key) {
      if !leftOut.contains(member.key), leftOut.count < 40 { leftOut.append(member.key) }
    }
    reading.candidates.append(candidate)
  }

  private mutating func readModelFile(_ root: JSONNode, id node: JSONNode) {
    guard let id = id(node, of: root) else { return }
    reading.candidates.append(modelFile(root, id: id))
  }

  private func modelFile(_ root: JSONNode, id: String) -> Candidate {
    var candidate = Candidate(id: id, at: anchor(root["model_id"] ?? root))
    candidate.input = root["input"]
    candidate.output = output(root["output"])
    candidate.title = text(["title"], in: root)
    candidate.description = text(["description"], in: root)
    candidate.example = JSONForms.key(["example", "example_request"], in: root)
      .flatMap { $0.isNull ? nil : $0 }
    candidate.source = root["source"]?.string
    candidate.retrieved = root["retrieved"]?.string
    candidate.extras = root.members.filter { !ModelFile.keys.contains(where: $0.hasKey) }
    return candidate
  }

  private mutating func readBare(_ root: JSONNode) {
    guard let id = source.modelID else {
      reading.add(
        .error, "a bare schema doesn't name its model", at: anchor(root),
        fix: "name the file vendor__model.json, or wrap it: {\"model_id\": …, \"input\": …}")
      return
    }
    let isWrapped = root["input"] != nil || SchemaSigns.wrapped("output", in: root) != nil
    if root["properties"] == nil, isWrapped {
      reading.candidates.append(modelFile(root, id: id))
      return
    }
    var candidate = Candidate(id: id, at: anchor(root))
    if source.path.hasSuffix(".output.json") || SchemaSigns.isCommonOutput(root) {
      candidate.output = root
    } else {
      candidate.input = root
    }
    reading.candidates.append(candidate)
  }

  private mutating func id(_ node: JSONNode?, of entry: JSONNode) -> String? {
    if let id = node?.string, !id.isEmpty { return id }
    if node == nil, let id = source.modelID { return id }
    reading.add(
      .error, "the entry has no id", at: anchor(node ?? entry),
      fix: "add \"model_id\": \"vendor/model\"")
    return nil
  }

  private func output(_ node: JSONNode?) -> JSONNode? {
    guard let node, !node.isNull else { return nil }
    return unwrapped(node, "output")
  }

  private func unwrapped(_ node: JSONNode, _ key: String) -> JSONNode {
    let isAlone = node.members.reduce(0) { count, _ in count + 1 } == 1
    return isAlone ? SchemaSigns.wrapped(key, in: node) ?? node : node
  }

  private func text(_ keys: [String], in node: JSONNode) -> String {
    for key in keys {
      if let text = node[key]?.string, !text.isEmpty, !TextQuality.isPlaceholder(text) {
        return text
      }
    }
    return ""
  }

  static func key(_ keys: [String], in node: JSONNode) -> JSONNode? {
    keys.lazy.compactMap { node[$0] }.first
  }

  private mutating func reportMissingSchema(_ entries: [JSONNode]) {
    for entry in entries {
      let id = JSONForms.key(["model_id", "modelId"], in: entry)?.string
      let name = id.map { "\"\($0)\"" } ?? "the entry"
      reading.add(
        .error, "\(name) has no input schema", at: anchor(entry),
        fix: "request it with include_schema=true")
    }
  }

  private mutating func reportLeftOut(_ root: JSONNode) {
    guard !leftOut.isEmpty else { return }
    reading.add(
      .note, "model files don't keep \(leftOut.map { "\"\($0)\"" }.joined(separator: ", "))",
      at: anchor(root))
  }

  private static let entryKeys: Set<String> = [
    "model_id", "modelId", "input_schema", "inputSchema", "output_schema", "outputSchema",
    "display_name", "displayName", "title", "name", "description", "example", "example_request",
  ]
}
