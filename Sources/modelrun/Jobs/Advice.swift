import ModelRuntime
import ModelTransport

/// What to do about an error, as the last lines of its message.
struct Advice {
  let baseURL: String
  /// The environment variable that the token was taken from.
  let tokenVariable: String?

  func text(for error: ModelError) -> String? {
    switch error.reason {
    case .noToken:
      """
      Set one of these environment variables to yours, which is at runcomfy.com/profile:
        \(ModelClient.tokenVariables.joined(separator: ", "))
      run and submit do without one with --mock.
      """
    case .notSent(let error) where error.kind == .couldNotConnect || error.kind == .couldNotResolve:
      "It was looked for at \(baseURL); --base-url names another place, --mock needs none."
    case .notSent(let error) where error.kind == .proxy:
      "The proxy comes from https_proxy or all_proxy; no_proxy names hosts that need none."
    case .readFailed(.connection(let error)), .stateNeverRead(.connection(let error)?):
      error.kind == .couldNotConnect || error.kind == .couldNotResolve
        ? "The job was looked for at \(baseURL); --base-url names another place." : nil
    case .mismatch(let text): error.handle.flatMap { advice(on: text, of: $0) }
    case .refused(let error): text(for: error)
    case .readFailed(.service(let error)): text(for: error)
    case .jobUnknown:
      "Results expire. Check the request id, and that the job is one of \(baseURL) (--base-url)."
    case .download(.hostNotAllowed(let host)): "--allow-host \(Advice.name(of: host)) allows it."
    case .download(.expired): "Fetch the result again for a fresh URL."
    default: nil
    }
  }

  /// For an answer that doesn't go with what is known of a job.
  private func advice(on text: String, of handle: JobHandle) -> String? {
    if !Service.isSame(handle.baseURL, baseURL) {
      return "The job is asked for there, with your token, if --base-url names that service too."
    }
    guard text == JobHandle.mismatch(of: "model") else { return nil }
    return "Without the model \(ServiceText.line(handle.modelID.rawValue)), "
      + "the job is taken whatever its model."
  }

  private func text(for error: ServiceError) -> String? {
    switch error.category {
    case .unauthorized:
      (tokenVariable.map { "Check the token in \($0). " } ?? "Check the token. ")
        + "A new one from runcomfy.com/profile revokes the old one at once."
    case .insufficientFunds: "The account at runcomfy.com needs money."
    case .forbidden: "The job belongs to another account than the token."
    case .tooManyRequests: "Try again in a moment; nothing was submitted."
    case .invalidRequest where error.code == 400_001:
      "The service has no such model; its pages are at runcomfy.com/models."
    default: nil
    }
  }

  /// The host of an origin.
  private static func name(of origin: String) -> String {
    (try? HTTPOrigin(of: origin).host) ?? origin
  }
}
