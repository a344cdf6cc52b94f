import ModelRuntime
import ToolSupport

/// Ends without success.
extension JobSession {
  /// Tells why it ended, and how to come back to the job if it may go on.
  func end(with error: any Error) async -> ExitCode {
    guard let error = error as? ModelError else {
      let failure = CommandFailure(of: error)
      let issues = (error as? UnsentRequest)?.issues ?? []
      return await fail(failure.code, failure.message, nil, issues)
    }
    if interrupts.isRaised { return await interrupted(error) }
    let advice = service.advice.text(for: error).map { "\n\($0)" } ?? ""
    return await fail(error.exitCode, "\(error)\(advice)", goesOn(error) ? error.handle : nil)
  }

  private func fail(
    _ code: ExitCode, _ message: String, _ handle: JobHandle?, _ issues: [ValidationIssue] = []
  ) async -> ExitCode {
    let resume = handle.flatMap(comeback)
    await printer.tell(
      .failed(
        .init(code: code, message: message, issues: issues, handle: handle, resume: resume)))
    return code
  }

  /// Nil for a job of the service that lives in this process and takes its jobs with it, and for one
  /// that a file says is at another service: the user's token must not follow a file.
  private func comeback(_ handle: JobHandle) -> String? {
    service.isOwn || !service.isHome(of: handle) ? nil : resume.text(for: handle)
  }

  private func goesOn(_ error: ModelError) -> Bool {
    switch error.reason {
    case .jobFailed, .jobCancelled, .emptyOutput: false
    default: true
    }
  }

  /// The way back is told before the service is asked for anything, since the user may leave at any
  /// moment.
  private func interrupted(_ error: ModelError) async -> ExitCode {
    guard let handle = error.handle else {
      let isClear = if case .cancelled = error.reason { true } else { false }
      let advice = error.recoverySuggestion.map { "\n  \($0)" } ?? ""
      let outcome = isClear ? "nothing was submitted" : "\(error)\(advice)"
      await printer.tell(.interrupted("interrupted: \(outcome)", nil))
      return error.isUnknownSubmission ? .submissionUnknown : .interrupted
    }
    await printer.tell(
      .interrupted("interrupted while waiting for \(handle)\n\(wayBack(to: handle))", handle))
    guard policy == .cancel else { return .interrupted }
    await printer.tell(
      .interrupted("Asking the service to cancel it; Ctrl-C again leaves at once.", handle))
    await printer.tell(.interrupted(await cancelled(handle), handle))
    return .interrupted
  }

  /// One line that says how to come back to a job.
  func wayBack(to handle: JobHandle) -> String {
    comeback(handle).map { "To come back to the job: \($0)" }
      ?? "It ends with this command's own service. A job of the real one is come back to by: "
      + "modelrun wait \(handle.jobID)"
  }

  private func cancelled(_ handle: JobHandle) async -> String {
    do throws(ModelError) {
      return try await service.client.cancel(handle).text
    } catch {
      return "it could not be cancelled: \(error)"
    }
  }
}

extension CancelOutcome {
  /// One sentence.
  var text: String {
    switch self {
    case .cancelled: "cancelled: the job will not run"
    case .notCancellable: "not cancellable: the job runs already, goes on, and is charged"
    case .alreadyFinished(let record): "the job had ended before: \(record.status)"
    case .unknown(let problem):
      "whether the job was cancelled is unknown" + (problem.map { ": \($0)" } ?? "")
    }
  }
}

extension ModelError {
  fileprivate var isUnknownSubmission: Bool {
    if case .submissionUnknown = reason { true } else { false }
  }
}
