import ModelCore
import ModelSchema

/// Makes one model of what several sources say of it.
struct CandidateMerger {
  enum Result {
    case model(ImportedModel)
    case conflict(ImportConflict)
    /// No source has an input schema.
    case nothing
  }

  let candidates: [Candidate]
  /// The date for sources that don't say when they were taken.
  let retrieved: String
  private(set) var diagnostics: [Diagnostic] = []

  init(_ candidates: [Candidate], retrieved: String) {
    self.candidates = candidates
    self.retrieved = retrieved
  }

  mutating func merge() -> Result {
    let described = candidates.filter { $0.input != nil }
    guard let best = best(described, \.input), let input = best.input else {
      if let candidate = candidates.first {
        diagnostics.append(
          candidate.anchor.diagnostic(
            .error, "no source has an input schema for \"\(candidate.id)\"",
            fix: "import it together with the page or the catalogue entry that has one"))
      }
      return .nothing
    }
    if let conflict = conflict(\.input, "/input") ?? conflict(\.output, "/output") {
      return .conflict(conflict)
    }
    let bestOutput = self.best(candidates.filter { $0.output != nil }, \.output)
    let titled = bestText(\.title)
    let explained = bestText(\.description)
    let exemplary = candidates.first { $0.example != nil }
    let used = [best, bestOutput, titled, explained, exemplary].compactMap { $0 }
    let model = ImportedModel(
      id: best.id, title: titled?.title ?? "", description: explained?.description ?? "",
      source: CandidateMerger.sources(used), retrieved: best.retrieved ?? retrieved,
      example: exemplary?.example, input: input,
      output: bestOutput?.output, extras: best.extras, anchor: best.anchor)
    reportMerging(best, bestOutput)
    return .model(model)
  }

  /// The first source that demands something else than those before it.
  private mutating func conflict(
    _ schema: KeyPath<Candidate, JSONNode?>, _ prefix: String
  ) -> ImportConflict? {
    let published = candidates.filter { $0[keyPath: schema] != nil }
    guard let first = published.first, let known = first[keyPath: schema] else { return nil }
    for other in published.dropFirst() {
      guard let node = other[keyPath: schema] else { continue }
      let differences = SchemaComparison.differences(known, node).map { prefix + $0 }
      guard !differences.isEmpty else { continue }
      diagnostics.append(
        other.anchor.diagnostic(
          .error,
          "\"\(first.id)\" is published differently at \(first.anchor.text): they differ in "
            + differences.joined(separator: ", "),
          fix: "import only the correct source", pointer: differences[0]))
      var paths: [String] = []
      for candidate in published where !paths.contains(candidate.anchor.source.path) {
        paths.append(candidate.anchor.source.path)
      }
      return ImportConflict(id: first.id, paths: paths, differences: differences)
    }
    return nil
  }

  /// The source whose texts tell most; of equals the one whose bytes come first, so that the order
  /// of the sources doesn't matter.
  private func best(
    _ candidates: [Candidate], _ schema: KeyPath<Candidate, JSONNode?>
  ) -> Candidate? {
    guard candidates.count > 1 else { return candidates.first }
    let ranked = candidates.map { candidate in
      (
        candidate,
        SchemaTexts.Rank(candidate[keyPath: schema], isTranslated: candidate.isTranslated),
        candidate[keyPath: schema]?.exactBytes ?? []
      )
    }
    return ranked.max { left, right in
      left.1 == right.1 ? right.2.lexicographicallyPrecedes(left.2) : left.1 < right.1
    }?.0
  }

  private func bestText(_ text: KeyPath<Candidate, String>) -> Candidate? {
    let written = candidates.filter { !$0[keyPath: text].isEmpty }
    guard written.count > 1 else { return written.first }
    return written.max { left, right in
      let (a, b) = (left[keyPath: text], right[keyPath: text])
      let (quality, other) = (TextQuality(a), TextQuality(b))
      return quality == other
        ? b.utf8.lexicographicallyPrecedes(a.utf8) : quality < other
    }
  }

  private static func sources(_ used: [Candidate]) -> String {
    var names: [String] = []
    for candidate in used {
      let name = candidate.source ?? candidate.anchor.source.origin
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: "; ")
  }

  private mutating func reportMerging(_ best: Candidate, _ bestOutput: Candidate?) {
    for other in candidates where other.input != nil && !other.anchor.isSame(as: best.anchor) {
      let reason =
        CandidateMerger.shortcoming(of: other, beside: best, \.input)
        ?? bestOutput.flatMap { CandidateMerger.shortcoming(of: other, beside: $0, \.output) }
      diagnostics.append(
        other.anchor.diagnostic(
          .note,
          reason.map {
            "\"\(best.id)\" is the same model as at \(best.anchor.text), whose schema is kept: \($0)"
          } ?? "\"\(best.id)\" is identical at \(best.anchor.text)"))
    }
  }

  /// Returns the reason a schema wasn't kept, or `nil` if it is the one that was kept.
  private static func shortcoming(
    of other: Candidate, beside kept: Candidate, _ schema: KeyPath<Candidate, JSONNode?>
  ) -> String? {
    guard let node = other[keyPath: schema], let best = kept[keyPath: schema],
      node.exactBytes != best.exactBytes
    else { return nil }
    let rank = SchemaTexts.Rank(node, isTranslated: other.isTranslated)
    let keptRank = SchemaTexts.Rank(best, isTranslated: kept.isTranslated)
    if rank == keptRank { return "its texts or their order differ, and are equally complete" }
    if rank.hasPlaceholders { return "the texts here have placeholders" }
    if rank.hasTranslations { return "the texts here are translated" }
    return "its texts are more complete"
  }
}

extension Anchor {
  func isSame(as other: Anchor) -> Bool {
    offset == other.offset && source.path == other.source.path
  }
}
