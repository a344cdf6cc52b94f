import ModelCore
import ModelRuntime
import ModelSchema
import SchemaValidator
import ToolSupport

/// A request that is created, completed and validated from the command line, before anything is
/// sent.
struct RequestBody {
  /// The options for the request on the command line.
  struct Options {
    var input: String?
    var assignments: [String] = []
    /// Assignments that replace those before them.
    var ownAssignments: [String] = []
    /// Members of the body that replace those of the assignments.
    var members = JSONObject()
    var policy = ValidationPolicy.strict
    /// A Boolean value that indicates whether to validate files behind URLs.
    var validatesRemoteMedia = false
    /// A Boolean value that indicates whether missing required keys get a sample value.
    var fillsIn = false
    /// The user's home folder.
    var home: String?
  }

  let request: DynamicRequest
  /// The rules that may be violated.
  let policy: ValidationPolicy
  /// The rules for files behind URLs, or `nil` if these aren't validated.
  let remoteRules: RequestRules?
  /// Keys that were given a sample value.
  private(set) var filledIn: [String] = []

  /// A note about the keys that were filled in with samples.
  var note: String? {
    filledIn.isEmpty
      ? nil : "note: --mock fills in \(filledIn.joined(separator: ", ")) with samples"
  }

  /// - Throws: `UnsentRequest` if the request violates rules, `CommandFailure` if it can't be read.
  init(_ model: RequestedModel, _ options: Options) throws {
    var body = try options.input.map(RequestBody.input) ?? JSONObject()
    var assignments = Assignments()
    var files = AttachedFiles(home: options.home)
    var rules: RequestRules?
    var own = Assignments()
    switch model {
    case .unknown:
      try assignments.apply(options.assignments, to: &body, nil)
      try own.apply(options.ownAssignments, to: &body, nil)
      body.replace(with: options.members)
      body = files.attachAll(body)
    case .described(let model):
      if options.fillsIn, options.input == nil, options.assignments.isEmpty {
        body = SampleValues.body(for: model)
      }
      try assignments.apply(options.assignments, to: &body, model.input)
      try own.apply(options.ownAssignments, to: &body, model.input)
      body.replace(with: options.members)
      if options.fillsIn { (body, filledIn) = SampleValues.filled(body, for: model) }
      body = files.attach(body, model.input)
      rules = RequestRules(
        model, besides: assignments.problems + own.problems + files.problems)
    }
    request = DynamicRequest(modelID: ModelID(rawValue: model.id), body: body)
    policy = options.policy
    remoteRules = options.validatesRemoteMedia ? rules : nil
    let broken = try rules.map { try RequestBody.problems(of: body, $0) } ?? []
    try RequestBody.stop(
      assignments.problems + own.problems + files.problems + broken, model: model.id, policy)
    if request.body.description.utf8.count > MediaData.maximumRequestBytes {
      throw CommandFailure(
        .badInput, "the request is larger than 64 MiB\nPass files by URL instead.")
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
          + "expected a JSON object, not \(ValueText.withArticle(document.root.kind.description))"
      )
    }
    if let twice = document.duplicateKeys.first {
      throw CommandFailure(
        .badInput,
        "\(text.origin):\(twice.place.line):\(twice.place.column): "
          + "duplicate key \(ValueText.quoted(twice.key))")
    }
    return JSONObject(document.root)
  }

  /// Returns the rules that the body violates, before any file behind a URL is fetched.
  private static func problems(
    of body: JSONObject, _ rules: RequestRules
  ) throws(CommandFailure) -> [Problem] {
    do {
      let node = try JSONDocument(parsing: body.description).root
      return rules.verdict(on: node, remoteFile: nil).issues.map { Problem($0) }
    } catch {
      throw CommandFailure(.internalError, "the created body isn't valid JSON: \(error)")
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

extension JSONObject {
  /// Sets all members of another object.
  fileprivate mutating func replace(with other: JSONObject) {
    for (key, value) in other.members { self[key] = value }
  }
}
