import ModelCore
import ModelRuntime
import ToolSupport

/// One job on its way from the submission to the files on disk, told as it happens.
struct JobSession: Sendable {
  /// The effect of an interrupt on the job.
  enum InterruptPolicy: String, CaseIterable, Sendable {
    case cancel, leave
  }

  let service: Service
  let printer: EventPrinter
  let interrupts: Interrupts
  var policy = InterruptPolicy.cancel
  var resume = ResumeCommand()
  /// The options for downloads, or `nil` for none.
  var download: (directory: String, options: DownloadOptions)?
  /// The job key to submit with.
  var key: String?
  /// The limit on the cost.
  var budget: CallOptions.Budget?

  /// The time that a submission has after an interrupt, so that the ID of a charged job isn't lost.
  private static var patience: Duration { .seconds(5) }

  /// Submits the request, once, and tells what is submitted before and the job's id after.
  func submit(
    _ request: DynamicRequest, until deadline: JobDeadline
  ) async throws -> Job<MediaOutput> {
    if interrupts.isRaised { throw ModelError(.cancelled) }
    let (client, key) = (service.client, key)
    var options = deadline.options
    options.budget = budget
    let chosen = options
    if let key, await isSubmitted(key) {
      await printer.line(
        "note: the job key \(ValueText.quoted(key)) was used before; nothing new is submitted")
    } else {
      await printer.tell(.submitting(request.modelID, baseURL: client.baseURL.absoluteString))
    }
    if interrupts.isRaised { throw ModelError(.cancelled) }
    interrupts.departure = abandonedSubmission
    let result = await interrupts.stopping(
      after: JobSession.patience, waiting: tellOfWaiting
    ) { () throws(ModelError) in
      let job = try await client.submit(request, key: key, options: chosen)
      interrupts.departure = Interrupts.Departure(message: resumeAdvice(for: job.handle))
      return job
    }
    let job = try result.get()
    await printer.tell(.submitted(job.handle, resumeAdvice: resumeAdvice(for: job.handle)))
    interrupts.departure = Interrupts.Departure()
    return job
  }

  /// Returns a Boolean value that indicates whether the journal has a submitted job with the key.
  private func isSubmitted(_ key: String) async -> Bool {
    guard let journal = service.client.journal else { return false }
    return (try? await journal.entry(forKey: key))?.handle != nil
  }

  private var abandonedSubmission: Interrupts.Departure {
    let advice = SubmissionUncertainty.cancelled.recoverySuggestion ?? ""
    return Interrupts.Departure(
      code: .submissionUnknown,
      message: """
        interrupted: whether the job was submitted is unknown
          \(advice)\(journalAdvice)
        """)
  }

  /// A line on where the journal lists a submission whose end is unknown.
  var journalAdvice: String {
    service.client.journal == nil ? "" : "\n  The journal lists it: modelrun recover"
  }

  private func tellOfWaiting(_ source: Interrupts.Source) async {
    let seconds = JobSession.patience.components.seconds
    let waiting = "Waiting up to \(seconds) s for the answer to the submission."
    let choice = " Press Ctrl-C again to leave now; the job may be charged."
    await printer.tell(.interrupted(source == .user ? waiting + choice : waiting, nil))
  }

  /// Waits for the job, and downloads what it made.
  func finish(_ job: Job<MediaOutput>, until deadline: JobDeadline) async throws -> ExitCode {
    let printer = printer
    let waited = await interrupts.stopping { () throws(ModelError) in
      var updates = job.updates(options: deadline.options).makeAsyncIterator()
      while let update = try await updates.next() { await printer.tell(.update(update)) }
      return try await job.result(options: deadline.options)
    }
    let result = try waited.get()
    await printer.tell(.finished(result.record, job.handle))
    return try await deliver(result.output, of: job.handle)
  }

  /// Downloads every file, or names them; an output without files is shown itself.
  func deliver(_ output: MediaOutput, of handle: JobHandle) async throws -> ExitCode {
    let files = output.promisedFiles
    guard let download, !files.isEmpty else {
      await printer.result(output)
      return .done
    }
    var code = ExitCode.done
    for (index, (url, kind)) in files.enumerated() {
      await printer.tell(.downloading(url: url, number: index + 1, count: files.count))
      let client = service.client
      let result = await interrupts.stopping { () throws(ModelError) in
        try await client.download(
          url, as: kind, to: download.directory, options: download.options)
      }
      switch result {
      case .success(let path): await printer.tell(.downloaded(url: url, path: path))
      case .failure where interrupts.isRaised:
        await printer.tell(
          .interrupted(
            "interrupted while downloading \(EventPrinter.shown(url))\n\(resumeAdvice(for: handle))",
            handle))
        return .interrupted
      case .failure(let error):
        await printer.tell(.notDownloaded(url: url, error))
        if let advice = service.advice.text(for: error) { await printer.line(advice) }
        code = error.exitCode
      }
    }
    return code
  }
}
