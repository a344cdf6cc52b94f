@_spi(Generated) import ModelCore
import ModelTransport

/// A request on its way: what checks it, and what writes it.
struct Draft<Output: ModelOutput>: Sendable {
  let modelID: ModelID
  /// The job key that the request is submitted with.
  var key: String?
  let body: @Sendable () -> [UInt8]
  private let check: @Sendable (_ listsUnchecked: Bool, RemoteFileLookup?) -> ValidationReport

  init<Request: ModelRequest>(
    _ request: Request, key: String? = nil
  ) where Request.Output == Output {
    self.init(erasing: request)
    self.key = key
  }

  /// Creates a draft whose output is read as another type than the request's own.
  init<Request: ModelRequest>(erasing request: Request) {
    modelID = Request.modelID
    body = { request.jsonBytes }
    check = { listsUnchecked, remoteFile in
      var issues = ValidationIssues(listsUnchecked: listsUnchecked, remoteFile: remoteFile)
      request.validate(into: &issues)
      return ValidationReport(issues: issues.issues, unchecked: issues.unchecked)
    }
  }

  /// Returns the issues that block the request under the validation policy, and the rules that
  /// couldn't be checked.
  ///
  /// - Parameter listsUnchecked: A Boolean value that indicates whether to list the unchecked rules
  ///   even if no file is read.
  func verdict(
    _ connection: ServiceConnection, _ options: CallOptions, listsUnchecked: Bool,
    deadline: Duration?
  ) async -> ValidationReport {
    if options.validation == .off { return ValidationReport() }
    var verdict: ValidationReport
    switch options.remoteMediaValidation {
    case .disabled: verdict = check(listsUnchecked, nil)
    case .enabled(let limits):
      let look = RemoteLook(connection: connection, limits: limits)
      verdict = await look.verdict(check, deadline: deadline)
    }
    verdict.issues = options.validation.blocking(verdict.issues)
    return verdict
  }
}

extension Draft where Output == MediaOutput {
  /// Creates a draft of a request of any model.
  static func erasing(_ request: some ModelRequest) -> Draft { Draft(erasing: request) }

  init(_ request: DynamicRequest, key: String? = nil) {
    self.key = key
    let bytes = Array(request.body.description.utf8)
    modelID = request.modelID
    body = { bytes }
    let validator = request.validator
    check = { _, remoteFile in
      guard let validator else { return ValidationReport() }
      guard let document = try? JSONDocument(parsing: bytes) else {
        return ValidationReport(unchecked: [
          UncheckedRule(path: IssuePath([]), rule: "depth", reason: "it is nested too deeply")
        ])
      }
      return validator.report(on: document.root, remoteFile: remoteFile)
    }
  }
}
