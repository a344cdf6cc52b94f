import ModelCore
import ModelRuntime
import ModelSchema
import SchemaValidator
import ToolSupport

/// A request as the command line describes it: made, filled in, checked, all of it before anything
/// is sent.
struct RequestBody {
  /// What the command line says of it.
  struct Wishes {
    var input: String?
    var assignments: [String] = []
    var policy = ValidationPolicy.strict
    /// Whether files behind URLs are looked at.
    var looksAtMedia = false
    /// Whether what is required and missing gets a sample value.
    var fillsIn = false
    /// The user's home folder.
    var home: String?
  }

  let request: DynamicRequest
  /// Which broken rules don't matter.
  let policy: ValidationPolicy
  /// What files behind URLs are held against; nil where they are not to be looked at.
  let remoteRules: RequestRules?
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
    var rules: RequestRules?
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
      rules = RequestRules(model, besides: assignments.problems + files.problems)
    }
    request = DynamicRequest(modelID: ModelID(rawValue: model.id), body: body)
    policy = wishes.policy
    remoteRules = wishes.looksAtMedia ? rules : nil
    let broken = try rules.map { try RequestBody.problems(of: body, $0) } ?? []
    try RequestBody.stop(
      assignments.problems + files.problems + broken, model: model.id, policy)
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

  /// What the rules say before any file behind a URL has been seen.
  private static func problems(
    of body: JSONObject, _ rules: RequestRules
  ) throws(CommandFailure) -> [Problem] {
    do {
      let node = try JSONDocument(parsing: body.description).root
      return rules.verdict(on: node, remoteFile: nil).issues.map { Problem($0) }
    } catch {
      throw CommandFailure(.internalError, "the body that was made is no JSON: \(error)")
    }
  }

  private static func stop(
    _ problems: [Problem], model: String, _ policy: ValidationPolicy
  ) throws(UnsentRequest) {
    let fatal = problems.filter(\.isFatal)
    let broken = policy.blocking(problems.filter { !$0.isFatal }.map(\.issue))
    if fatal.isEmpty && broken.isEmpty { return }
    throw UnsentRequest(of: model, fatal: fatal, broken: broken)
  }
}
