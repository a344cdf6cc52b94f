import ModelRuntime
import ModelTransport

/// Advice for an error, as the last lines of its message: the error's recovery suggestion, and the
/// flags of the command that help.
struct Advice {
  let baseURL: String
  /// The environment variable that the token was taken from.
  let tokenVariable: String?

  func text(for error: ModelError) -> String? {
    switch error.reason {
    case .timedOut, .timedOutBeforeFirstStatus(nil), .retryAfterExceedsTimeout: nil
    case .download(.hostNotAllowed(let host)): "--allow-host \(Advice.name(of: host)) allows it."
    // The flags say the same in the words of the commands.
    case .journal(.unpriced), .journal(.abandoned), .submissionUnknown(.earlier): flags(for: error)
    default: joined(error.recoverySuggestion, flags(for: error))
    }
  }

  private func joined(_ suggestion: String?, _ flags: String?) -> String? {
    let lines = [suggestion, flags].compactMap(\.self)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func flags(for error: ModelError) -> String? {
    switch error.reason {
    case .missingToken: "run and submit don't need a token with --mock."
    case .notSent(let error) where Advice.isUnreached(error):
      "The service is \(baseURL). Use another one with --base-url, or --mock."
    case .readFailed(.connection(let error)), .timedOutBeforeFirstStatus(.connection(let error)?):
      Advice.isUnreached(error) ? place : nil
    case .jobUnknown: place
    case .refused(let error), .readFailed(.service(let error)):
      error.category == .unauthorized ? tokenVariable.map { "The token comes from \($0)." } : nil
    case .journal(.unavailable): "To run without a journal, pass --no-journal."
    case .journal(.unpriced): "To run it all the same, pass --allow-unpriced."
    case .journal(.abandoned(let key)):
      "To run it again: modelrun recover \(ShellWord.quoted(key)) --resubmit"
    case .submissionUnknown(.earlier(let entry)): JournalLookup.resolutions(for: entry)
    case .unexpectedJob(let text): error.handle.flatMap { advice(on: text, of: $0) }
    default: nil
    }
  }

  private var place: String {
    "The service is \(baseURL). Use another one with --base-url."
  }

  private static func isUnreached(_ error: TransportError) -> Bool {
    error.kind == .couldNotConnect || error.kind == .couldNotResolve
  }

  /// For an answer that doesn't go with what is known of a job.
  private func advice(on text: String, of handle: JobHandle) -> String? {
    if !Service.isSame(handle.baseURL.absoluteString, baseURL) {
      return "To send your token there, pass that service as --base-url."
    }
    guard text == JobHandle.mismatch(of: "model") else { return nil }
    return "Without the model \(ServiceText.line(handle.modelID.rawValue)), "
      + "the job is accepted whatever its model."
  }

  /// The host of an origin.
  private static func name(of origin: String) -> String {
    (try? HTTPOrigin(of: origin).host) ?? origin
  }
}
