import ModelCore
import ModelSchema

/// Reads a documentation page, once its markup is gone.
struct PageReader {
  private let source: SourceText
  private let text: PlainText
  private let parts: PageParts
  private var reading = SourceReading()

  private init(_ source: SourceText, _ text: PlainText, _ parts: PageParts) {
    self.source = source
    self.text = text
    self.parts = parts
  }

  static func read(_ source: SourceText, text: PlainText, parts: PageParts) -> SourceReading {
    var reader = PageReader(source, text, parts)
    reader.read()
    return reader.reading
  }

  private func anchor(at offset: Int) -> Anchor {
    source.anchor(at: text.origins.source(of: offset))
  }

  private mutating func read() {
    readNamed()
    let sections = PageSection.split(parts, unnamed: source.modelID)
    guard !sections.isEmpty else {
      reportNoModel()
      return
    }
    if let torn = parts.addresses.first(where: \.isTorn) {
      reading.add(
        .error, "a line break interrupts the model ID that begins with \"\(torn.id)\"",
        at: anchor(at: torn.offset), fix: "join the two lines")
      return
    }
    let hasSchema = sections.contains { $0.hasInput || $0.hasBrokenSchema }
    if !hasSchema, readScripts(sections) { return }
    if sections.count > 1, let problem = ambiguity(sections) {
      reading.add(.error, problem, at: anchor(at: sections[1].offset), fix: PageReader.splitAdvice)
      return
    }
    for section in sections { read(section, isOnly: sections.count == 1) }
  }

  private static var splitAdvice: String { "save each model's page by itself" }

  /// Catalogue answers and model files that are quoted on a page.
  private mutating func readNamed() {
    for value in parts.named {
      let start = value.range.lowerBound
      let (source, origins) = (source, text.origins)
      var forms = JSONForms(source: source) { node in
        source.anchor(at: origins.source(of: start + node.byteRange.lowerBound))
      }
      forms.read(value.root)
      reading.candidates += forms.reading.candidates
      reading.diagnostics += forms.reading.diagnostics
    }
  }

  /// Returns the reason it is unclear which model on a page a schema belongs to, or `nil`.
  private func ambiguity(_ sections: [PageSection]) -> String? {
    let ids = sections.map { "\"\($0.id)\"" }.joined(separator: " and ")
    if let first = parts.schemas.first, first.offset < sections[0].offset {
      return "\(ids) share this page, and a schema comes before the first model ID"
    }
    let last = parts.schemas.last { $0.role != .output }?.offset ?? 0
    if let silent = sections.first(where: { !$0.hasInput && $0.offset < last }) {
      return "\(ids) share this page, and \"\(silent.id)\" has no schema of its own; "
        + "it is unclear which model the other schemas belong to"
    }
    return nil
  }

  private mutating func read(_ section: PageSection, isOnly: Bool) {
    let named = anchor(at: section.offset)
    // What fails behind the first mistake mostly fails because of it.
    if let broken = section.broken.first(where: \.looksLikeSchema) {
      report(broken, of: section)
      return
    }
    guard let schemas = schemas(of: section) else { return }
    guard let input = schemas.input else {
      if let cut = section.broken.first(where: \.isCutOff) {
        report(cut, of: section)
      } else if parts.named.isEmpty {
        reading.add(
          .error, "the page names \"\(section.id)\" but has no input schema for it", at: named,
          fix: hasTypographicQuotes
            ? "write \" instead of typographic quotes" : "save the page once its schema is shown")
      }
      return
    }
    var candidate = Candidate(id: section.id, at: named)
    candidate.input = input
    candidate.output = schemas.output
    candidate.example = example(of: section)
    candidate.isTranslated = text.isTranslated
    if !text.address.isEmpty { candidate.source = text.address }
    readTitle(section, isOnly: isOnly, into: &candidate)
    reading.candidates.append(candidate)
  }

  /// The schemas of a section; nil where they contradict one another.
  private mutating func schemas(
    of section: PageSection
  ) -> (input: JSONNode?, output: JSONNode?)? {
    var input: JSONNode?
    var output: JSONNode?
    for schema in section.schemas {
      let isOutput =
        schema.role == .output
        || schema.role == .unlabelled && input != nil && input?.exactBytes != schema.node.exactBytes
      guard let known = isOutput ? output : input else {
        if isOutput { output = schema.node } else { input = schema.node }
        continue
      }
      guard known.exactBytes == schema.node.exactBytes else {
        reading.add(
          .error,
          "\"\(section.id)\" has two \(isOutput ? "output" : "input") schemas on this page "
            + "that differ", at: anchor(at: schema.offset), fix: PageReader.splitAdvice)
        return nil
      }
    }
    return (input, output)
  }

  private mutating func example(of section: PageSection) -> JSONNode? {
    for broken in section.broken where !broken.looksLikeSchema {
      let gap = text.bytes[max(0, broken.start - 32)..<broken.start]
      guard PageParts.isBody(after: gap) else { continue }
      reading.add(
        .warning, "the sample request of \"\(section.id)\" isn't valid JSON: \(broken.reason)",
        at: anchor(at: broken.offset))
    }
    guard let first = section.examples.first else { return nil }
    let other = section.examples.first { $0.node.exactBytes != first.node.exactBytes }
    if let other {
      reading.add(
        .note, "\"\(section.id)\" has several sample requests; the first one is kept",
        at: anchor(at: other.offset))
    }
    return first.node
  }

  private func readTitle(
    _ section: PageSection, isOnly: Bool, into candidate: inout Candidate
  ) {
    let region = text.bytes[section.start..<max(section.start, section.offset)]
    let lines = region.split(whereSeparator: \.isLineEnd)
      .map { String(decoding: $0.prefix(4096), as: UTF8.self) }
    let marked =
      text.headings.last { (section.start...section.offset).contains($0.offset) }?.text
      ?? lines.first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
    let found = PageTitle(lines: lines, id: section.id, heading: marked)
    candidate.title = found.title
    candidate.description = found.description
    guard isOnly else { return }
    if candidate.title.isEmpty, !TextQuality.isPlaceholder(text.title) {
      candidate.title = text.title
    }
    if candidate.description.isEmpty, !TextQuality.isPlaceholder(text.description) {
      candidate.description = text.description
    }
  }
}

/// What can't be read, and where.
extension PageReader {
  /// A Boolean value that indicates whether an editor has replaced the quotes of a schema.
  private var hasTypographicQuotes: Bool {
    text.bytes.firstRange(of: Array("\u{201C}properties\u{201D}".utf8)) != nil
  }

  private mutating func report(_ broken: EmbeddedJSON.Broken, of section: PageSection?) {
    let model = section.map { " of \"\($0.id)\"" } ?? ""
    if broken.isCutOff {
      let subject = broken.looksLikeSchema ? "a schema\(model)" : "the JSON"
      reading.add(
        .error, "the page is cut off inside \(subject) that begins here",
        at: anchor(at: broken.start), fix: "save the whole page")
    } else {
      reading.add(
        .error,
        "a schema\(model) isn't valid JSON: \(broken.reason); it begins at line "
          + "\(anchor(at: broken.start).place.line)", at: anchor(at: broken.offset))
    }
  }

  private mutating func reportNoModel() {
    if let broken = parts.broken.first(where: \.looksLikeSchema) {
      report(broken, of: nil)
    } else if let schema = parts.schemas.first {
      reading.add(
        .error, "the page has a schema but no curl command that names its model",
        at: anchor(at: schema.offset), fix: "save the page with its curl commands")
    } else if parts.named.isEmpty, !readScripts([]) {
      reading.add(
        .error, "found neither a curl command nor a schema", at: source.anchor(at: 0),
        fix: "expected a documentation page, a catalogue response, a schema or a model file")
    }
  }

  /// Models in the data of a page whose text holds no schema; false where there are none.
  private mutating func readScripts(_ sections: [PageSection]) -> Bool {
    let entries = ScriptData.entries(of: text.scripts)
    var found = false
    for entry in entries {
      let id = JSONForms.key(["model_id", "modelId"], in: entry.node)?.string ?? sections.first?.id
      guard let id, sections.isEmpty || sections.contains(where: { $0.id.isSameOnWire(as: id) })
      else { continue }
      let named = source.anchor(at: entry.offset)
      var forms = JSONForms(source: source.naming(id)) { _ in named }
      forms.read(entry.node)
      let example = sections.first?.examples.first?.node
      for var candidate in forms.reading.candidates {
        candidate.example = candidate.example ?? example
        if !text.address.isEmpty { candidate.source = text.address }
        reading.candidates.append(candidate)
        found = true
      }
      reading.diagnostics += forms.reading.diagnostics.filter { $0.severity > .note }
    }
    return found
  }
}

extension PageSection {
  var hasBrokenSchema: Bool { broken.contains(where: \.looksLikeSchema) }
}
