import ModelCore
import ModelRuntime
import ToolSupport

/// Runs the lines of a batch, and downloads their files.
struct BatchRunner: Sendable {
  let client: ModelClient
  let lines: [BatchLine]
  let options: CallOptions
  let concurrency: Int
  let folders: BatchFolders
  /// The options for downloads, or `nil` for none.
  let downloads: DownloadOptions?
  let results: BatchResults
  let printer: BatchPrinter
  let interrupts: Interrupts

  /// The time that an interrupt leaves submissions under way, so that their jobs aren't lost.
  private static var patience: Duration { .seconds(5) }

  /// Runs the lines that have no result yet.
  ///
  /// - Returns: The exit code of an error that stopped the batch.
  func run() async -> ExitCode? {
    var rest: [BatchLine] = []
    for line in lines {
      if let record = results.finished(line, at: baseURL, needsFiles: downloads != nil) {
        await printer.add(record, isEarlier: true)
      } else {
        rest.append(line)
      }
    }
    if rest.isEmpty { return nil }
    let (todo, queue) = (rest, BatchQueue(rest))
    let work = Task { await run(todo, queue) }
    _ = await interrupts.stopping(
      after: BatchRunner.patience,
      waiting: { _ in
        queue.stop()
        await printer.line("interrupted: waiting for the answers to submissions under way")
        while !queue.isQuiet {
          do { try await Task.sleep(for: .milliseconds(20)) } catch { return }
        }
        work.cancel()
      }
    ) { () throws(ModelError) in
      await withTaskCancellationHandler {
        await work.value
      } onCancel: {
        work.cancel()
      }
    }
    return queue.reason
  }

  private var baseURL: String { client.baseURL.absoluteString }

  private func run(_ lines: [BatchLine], _ queue: BatchQueue) async {
    let hasKeys = client.journal != nil
    let outcomes = client.run(
      queue, maxConcurrent: concurrency, options: options,
      submitted: { index, _ in queue.settle(index) },
      key: { index, _ in hasKeys ? lines[index].key : nil })
    await withTaskGroup(of: Void.self) { group in
      var running = 0
      for await outcome in outcomes {
        queue.settle(outcome.index)
        if running >= max(1, concurrency) {
          await group.next()
          running -= 1
        }
        running += 1
        group.addTask { await finish(outcome, of: lines[outcome.index], queue) }
      }
    }
  }

  private func finish(
    _ outcome: BatchOutcome<MediaOutput>, of line: BatchLine, _ queue: BatchQueue
  ) async {
    var record = BatchRecord(line, .succeeded, at: baseURL)
    record.requestID = outcome.handle?.jobID
    do throws(ModelError) {
      let result = try outcome.result.get()
      record.cost = result.record.cost
      record.output = BatchRunner.shown(result.output)
      await download(result.output, of: line, into: &record)
    } catch {
      record.status = error.batchStatus
      record.error = "\(error)"
      if record.status == .notSubmitted, error.stopsBatch { queue.stop(error.exitCode) }
    }
    if record.status == .succeeded { results.add(record) }
    await printer.add(record)
  }

  private func download(
    _ output: MediaOutput, of line: BatchLine, into record: inout BatchRecord
  ) async {
    guard let downloads else { return }
    let folder = folders.path(for: line)
    for (url, kind) in output.promisedFiles {
      do throws(ModelError) {
        record.files.append(
          try await client.download(url, as: kind, to: folder, options: downloads))
      } catch {
        record.status = error.isCancellation ? .unfinished : .failed
        record.error = "not downloaded: \(ServiceText.line(EventPrinter.shown(url))): \(error)"
      }
    }
  }

  /// Returns the output without the bytes of files, which are on the disk.
  private static func shown(_ output: MediaOutput) -> JSONValue? {
    let hasBytes = output.promisedFiles.contains { $0.url.prefix(5).lowercased() == "data:" }
    return hasBytes ? nil : output.json
  }
}

extension ModelError {
  fileprivate var batchStatus: BatchRecord.Status {
    switch reason {
    case .submissionUnknown: .unknown
    case .jobFailed, .jobCancelled, .emptyOutput: .failed
    default: handle == nil ? .notSubmitted : .unfinished
    }
  }

  /// A Boolean value that indicates whether the other lines would fail in the same way.
  fileprivate var stopsBatch: Bool {
    switch exitCode {
    case .token, .noBalance, .cannotWrite: true
    default: false
    }
  }
}
