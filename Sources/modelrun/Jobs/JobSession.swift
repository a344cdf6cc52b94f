import ModelRuntime
import ToolSupport

/// One job on its way from the submission to the files on disk, told as it happens.
struct JobSession: Sendable {
  /// What the user's Ctrl-C means for the job.
  enum InterruptPolicy: String, CaseIterable, Sendable {
    case cancel, leave
  }

  let service: Service
  let printer: EventPrinter
  let interrupts: Interrupts
  var policy = InterruptPolicy.cancel
  var resume = ResumeCommand()
  /// Nil where nothing is to be downloaded.
  var download: (directory: String, limits: DownloadOptions)?

  /// Passes on what the user's Ctrl-C leaves of a submission: a few seconds, so that a job that is
  /// paid for is not lost for want of its id.
  private static var patience: Duration { .seconds(5) }

  /// Submits the request, once, and tells the job's id.
  func submit(
    _ request: DynamicRequest, until deadline: JobDeadline
  ) async throws -> Job<MediaOutput> {
    if interrupts.isRaised { throw ModelError(.cancelled) }
    let (client, options) = (service.client, deadline.options)
    let result = await interrupts.stopping(after: JobSession.patience) { () throws(ModelError) in
      try await client.submit(request, options: options)
    }
    let job = try result.get()
    await printer.tell(.submitted(job.handle))
    return job
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
    guard let download, !output.files.isEmpty else {
      await printer.result(output)
      return .done
    }
    var code = ExitCode.done
    let files = output.promisedFiles
    for (index, (url, kind)) in files.enumerated() {
      await printer.tell(.downloading(url: url, number: index + 1, count: files.count))
      let client = service.client
      let result = await interrupts.stopping { () throws(ModelError) in
        try await client.download(
          url, as: kind, to: download.directory, limits: download.limits)
      }
      switch result {
      case .success(let path): await printer.tell(.downloaded(url: url, path: path))
      case .failure where interrupts.isRaised:
        await printer.tell(
          .interrupted(
            "interrupted while downloading \(EventPrinter.shown(url))\n\(wayBack(to: handle))",
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
