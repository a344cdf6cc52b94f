import ModelRuntime
import ToolSupport

/// Ends a session without success.
extension JobSession {
  /// Reports the reason, and how to resume the job if it may still be running.
  func end(with error: any Error) async -> ExitCode {
    guard let error = error as? ModelError else {
      let failure = CommandFailure(of: error)
      let issues = (error as? UnsentRequest)?.issues ?? []
      return await fail(failure.code, failure.message, nil, issues)
    }
    if interrupts.isRaised { return await interrupted(error) }
    let advice = service.advice.text(for: error).map { "\n\($0)" } ?? ""
    return await fail(error.exitCode, "\(error)\(advice)", isResumable(error) ? error.handle : nil)
  }

  private func fail(
    _ code: ExitCode, _ message: String, _ handle: JobHandle?, _ issues: [ValidationIssue] = []
  ) async -> ExitCode {
    let resume = handle.flatMap { resumeCommand(for: $0) }
    await printer.tell(
      .failed(
        .init(code: code, message: message, issues: issues, handle: handle, resume: resume)))
    return code
  }

  /// Returns the command that resumes a job. It is `nil` for a job of the built-in mock service,
  /// which ends with the process, and for a job whose file names another service: the user's token
  /// must not follow a file.
  private func resumeCommand(for handle: JobHandle) -> String? {
    service.isOwn || !service.isHome(of: handle) ? nil : resume.text(for: handle)
  }

  private func isResumable(_ error: ModelError) -> Bool {
    switch error.reason {
    case .jobFailed, .jobCancelled, .emptyOutput: false
    default: true
    }
  }

  /// The command that resumes the job is printed before any request to the service, because the
  /// user may leave at any moment.
  private func interrupted(_ error: ModelError) async -> ExitCode {
    guard let handle = error.handle else {
      let isClear = if case .cancelled = error.reason { true } else { false }
      let advice = error.recoverySuggestion.map { "\n  \($0)" } ?? ""
      let isUnknown = error.isUnknownSubmission
      let outcome =
        isClear
        ? "nothing was submitted" : "\(error)\(advice)\(isUnknown ? journalAdvice : "")"
      await printer.tell(.interrupted("interrupted: \(outcome)", nil))
      return isUnknown ? .submissionUnknown : .interrupted
    }
    await printer.tell(
      .interrupted("interrupted while waiting for \(handle)\n\(resumeAdvice(for: handle))", handle))
    guard policy == .cancel else { return .interrupted }
    await printer.tell(
      .interrupted("Cancelling the job. Press Ctrl-C again to exit immediately.", handle))
    await printer.tell(.interrupted(await cancelled(handle), handle))
    return .interrupted
  }

  /// Returns one line on how to resume a job.
  func resumeAdvice(for handle: JobHandle) -> String {
    resumeCommand(for: handle).map { "To resume the job: \($0)" }
      ?? "The job ends with the built-in mock service. To resume a real job: "
      + "modelrun wait \(handle.jobID)"
  }

  private func cancelled(_ handle: JobHandle) async -> String {
    do throws(ModelError) {
      return try await service.client.cancel(handle).text
    } catch {
      return "the job could not be cancelled: \(error)"
    }
  }
}

extension CancelOutcome {
  /// One sentence.
  var text: String {
    switch self {
    case .cancelled: "cancelled: the job will not run"
    case .notCancellable:
      "not cancellable: the job is already running, continues, and will be charged"
    case .alreadyFinished(let record): "the job had already ended: \(record.status)"
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
