import ModelCore
import ModelRuntime

/// Files behind URLs.
extension JobSession {
  /// Looks at the files that a request names by URL, as far as the user wants that, and tells which
  /// rules could not be checked. Ctrl-C ends it at once, since nothing is submitted yet.
  ///
  /// - Throws: `UnsentRequest` where a file is known to break a rule.
  func look(at body: RequestBody, until deadline: JobDeadline) async throws {
    guard let rules = body.remoteRules else { return }
    var request = body.request
    request.validator = BodyValidator(report: rules.verdict)
    var options = deadline.options
    options.validation = body.policy
    options.remoteMediaValidation = .enabled
    let (client, checked, chosen) = (service.client, request, options)
    let looked = await interrupts.stopping { () throws(ModelError) in
      try await client.validate(checked, options: chosen)
    }
    let verdict = try looked.get()
    for note in JobSession.notes(verdict.unchecked) { await printer.line("note: \(note)") }
    guard verdict.isValid else {
      throw UnsentRequest(of: body.request.modelID.rawValue, broken: verdict.issues)
    }
  }
  /// One line for each file: what keeps one of its rules from being checked keeps all of them.
  static func notes(_ unchecked: [UncheckedRule]) -> [String] {
    var rest = unchecked[...]
    var notes: [String] = []
    while let first = rest.first {
      let group = rest.prefix { $0.path == first.path && $0.reason == first.reason }
      rest = rest.dropFirst(group.count)
      let rules = group.map(\.rule.rawValue).joined(separator: ", ")
      let verb = group.count == 1 ? "was" : "were"
      notes.append("\(first.path): \(rules) \(verb) not checked: \(first.reason)")
    }
    return notes
  }
}
