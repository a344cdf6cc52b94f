import JSONTree
import ModelFiles
import ModelRuntime
import ModelSchema
import SchemaRules
import ToolSupport

/// A request as the command line describes it: made, filled in, checked, all of it before anything
/// is sent.
struct RequestBody {
  /// What the command line says of it.
  struct Wishes {
    var input: String?
    var assignments: [String] = []
    var policy = ValidationPolicy.strict
    /// Whether what is required and missing gets a sample value.
    var fillsIn = false
    /// The user's home folder.
    var home: String?
  }

  let request: DynamicRequest
  /// Keys that were given a sample value.
  private(set) var filledIn: [String] = []

  /// What a user who gave less than a model needs should know.
  var note: String? {
    filledIn.isEmpty
      ? nil : "note: --mock fills in \(filledIn.joined(separator: ", ")) with samples"
  }

  /// - Throws: `UnsentRequest` for what breaks rules, `CommandFailure` for what can't be read at all.
  init(_ model: RequestedModel, _ wishes: Wishes) throws {
    var body = try wishes.input.map(RequestBody.input) ?? JSONObject()
    var assignments = Assignments()
    var files = AttachedFiles(home: wishes.home)
    var problems: [Problem] = []
    switch model {
    case .unknown:
      try assignments.apply(wishes.assignments, to: &body, nil)
      body = files.attachAll(body)
    case .described(let model):
      if wishes.fillsIn, wishes.input == nil, wishes.assignments.isEmpty {
        body = SampleValues.body(for: model)
      }
      try assignments.apply(wishes.assignments, to: &body, model.input)
      if wishes.fillsIn { (body, filledIn) = SampleValues.filled(body, for: model) }
      body = files.attach(body, model.input)
      problems = try RequestBody.check(body, model, besides: assignments.problems + files.problems)
    }
    request = DynamicRequest(modelID: ModelID(rawValue: model.id), body: body)
    problems = assignments.problems + files.problems + problems
    try RequestBody.stop(problems, model: model.id, wishes.policy)
    if request.body.description.utf8.count > MediaData.maximumRequestBytes {
      throw CommandFailure(
        .badInput, "the request has more than the 64 MiB that the service takes; give files by URL")
    }
  }

  /// `{…}`, `@FILE` or `-`.
  private static func input(_ word: String) throws(CommandFailure) -> JSONObject {
    let text =
      if word == "-" {
        try BodyText(reading: "-")
      } else if word.hasPrefix("@") {
        try BodyText(reading: String(word.dropFirst()))
      } else {
        BodyText(word, from: "--input")
      }
    let document = try text.parse()
    guard document.root.kind == .object else {
      throw CommandFailure(
        .badInput,
        "\(text.origin):\(document.root.place.line):\(document.root.place.column): "
          + "a request is a JSON object, not \(ValueText.withArticle(document.root.kind.description))"
      )
    }
    if let twice = document.duplicateKeys.first {
      throw CommandFailure(
        .badInput,
        "\(text.origin):\(twice.place.line):\(twice.place.column): "
          + "the key \(ValueText.quoted(twice.key)) stands here again; keep one of the two")
    }
    return JSONObject(document.root)
  }

  /// What the schema says, but for values that are known to be wrong already.
  private static func check(
    _ body: JSONObject, _ model: Model, besides known: [Problem]
  ) throws(CommandFailure) -> [Problem] {
    do {
      let node = try JSONDocument(parsing: body.description).root
      let paths = Set(known.map(\.issue.path))
      return BodyCheck(model).check(node).issues
        .filter { !paths.contains($0.path) }
        .map { Problem(PublishedAdvice.added(to: $0, model.input, body: node)) }
    } catch {
      throw CommandFailure(.internalError, "the body that was made is no JSON: \(error)")
    }
  }

  private static func stop(
    _ problems: [Problem], model: String, _ policy: ValidationPolicy
  ) throws(UnsentRequest) {
    let fatal = problems.filter(\.isFatal)
    let rules = policy.blocking(problems.filter { !$0.isFatal }.map(\.issue))
    let issues = fatal.map(\.issue) + rules
    guard !issues.isEmpty else { return }
    let refusal = InvalidRequest(modelID: ModelID(rawValue: model), issues: issues)
    let names = Set(rules.map(\.rule.rawValue)).sorted().map { "--allow \(ShellWord.quoted($0))" }
    var advice = ""
    if let missing = rules.first(where: { $0.rule == .required }) {
      advice +=
        "\nA key is given by --set \(ShellWord.quoted("\(missing.path)"))=…; "
        + "`modelgen explain \(ShellWord.quoted(model))` shows them all."
    }
    if fatal.isEmpty {
      advice += "\nTo send it anyway: --no-validate, or \(names.joined(separator: " "))"
    }
    let isOnlyMissing = rules.isEmpty && fatal.allSatisfy { $0.code == .inputMissing }
    throw UnsentRequest(
      failure: CommandFailure(isOnlyMissing ? .inputMissing : .badInput, "\(refusal)\(advice)"),
      issues: issues)
  }
}
