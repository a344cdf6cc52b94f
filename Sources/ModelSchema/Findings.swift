package import ModelCore

/// The diagnostics of one file, as they are collected while it is read.
struct Findings {
  private struct Finding {
    let severity: Diagnostic.Severity
    /// Nil where the file as a whole is meant.
    let node: JSONNode?
    let message: String
    let fix: String
  }

  private struct Key: Hashable {
    let start: Int
    let message: String
  }

  let file: String
  /// The correction of the nodes, some of which are in its file.
  var correction: AppliedCorrection?
  private var findings: [Finding] = []
  /// Those that bring their own place.
  private var others: [Diagnostic] = []
  /// Looking for what somebody meant takes its time, and a file with more slips has other problems.
  private var suggestionsLeft = 100

  init(file: String) { self.file = file }

  mutating func add(
    _ severity: Diagnostic.Severity, _ message: String, at node: JSONNode? = nil, fix: String = ""
  ) {
    findings.append(Finding(severity: severity, node: node, message: message, fix: fix))
  }

  mutating func add(_ diagnostic: Diagnostic) { others.append(diagnostic) }

  /// The question whether a word near to `word` is meant; empty where none is.
  mutating func suggestion(for word: String, among candidates: [String]) -> String {
    guard suggestionsLeft > 0 else { return "" }
    suggestionsLeft -= 1
    let near = Spelling.nearest(to: word, among: candidates.prefix(1_000))
    return near.map { "did you mean \(ValueText.quoted($0))?" } ?? ""
  }

  /// Everything found, from top to bottom and nothing twice: a definition that is referred to
  /// more than once is read more than once.
  var diagnostics: [Diagnostic] {
    guard !findings.isEmpty else { return others }
    var seen: Set<Key> = []
    let distinct = findings.filter {
      seen.insert(Key(start: $0.node?.start ?? -1, message: $0.message)).inserted
    }
    let nodes = distinct.compactMap(\.node)
    var pointers = (nodes.first?.document.pointers(of: nodes) ?? [])[...]
    let found = distinct.map { finding in
      diagnostic(finding, finding.node == nil ? "" : pointers.popFirst() ?? "")
    }
    let top = SourcePlace(line: 0, column: 0)
    return (others + found).enumerated().sorted { left, right in
      let (isOther, isOtherRight) = (left.element.file != file, right.element.file != file)
      if isOther != isOtherRight { return isOtherRight }
      let (first, second) = (left.element.place ?? top, right.element.place ?? top)
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  private func diagnostic(_ finding: Finding, _ pointer: String) -> Diagnostic {
    var diagnostic = Diagnostic(
      finding.severity, file: file, place: finding.node?.place, pointer: pointer,
      message: finding.message, fix: finding.fix)
    if let correction, let node = finding.node, correction.holds(node) {
      diagnostic.file = correction.note.file
      diagnostic.pointer = "/patch" + pointer
    }
    return diagnostic
  }
}

extension OpenedModelFile {
  /// Something to say about a node of the file.
  package struct Remark {
    let node: JSONNode
    let message: String
    let fix: String

    package init(node: JSONNode, message: String, fix: String) {
      self.node = node
      self.message = message
      self.fix = fix
    }
  }

  /// Returns a warning for each remark, at its position in the file or in its correction.
  package func warnings(_ remarks: [Remark]) -> [Diagnostic] {
    var findings = Findings(file: path)
    findings.correction = correction
    for remark in remarks {
      findings.add(.warning, remark.message, at: remark.node, fix: remark.fix)
    }
    return findings.diagnostics
  }
}
