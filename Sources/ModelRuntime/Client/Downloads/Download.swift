import ModelCore
import ModelTransport

/// Fetches one file: without the token, from allowed hosts only, going on where a connection broke.
struct Download: Sendable {
  let connection: ServiceConnection
  let url: String
  /// The expected kind of file, or `nil` for any.
  let expected: MediaKind?
  let directory: String
  let folders: DownloadFolders
  let options: DownloadOptions
  let retries: RetryPolicy

  private static var failuresAllowed: Int { 5 }
  private static var limits: TransportTimeouts {
    TransportTimeouts(connect: .seconds(10), total: .seconds(3_600), idle: .seconds(30))
  }

  private enum Step {
    case done
    case over(DownloadError)
    case again(DownloadError, keeping: Bool, after: Duration?)
    case cancelled
  }

  func path(deadline: Duration?) async -> Result<String, ModelError> {
    await connection.time.limit(
      to: deadline, onDeadline: { _ in .failure(ModelError(.download(.timedOut))) }
    ) { await path() }
  }

  private func path() async -> Result<String, ModelError> {
    if isInline { return inlineFile() }
    if let problem = refusal { return .failure(ModelError(.download(problem))) }
    do throws(FileError) {
      let sink = DownloadSink(
        try file(tag: tag), maximumBytes: options.maxBytes,
        timeOfDay: connection.environment.timeOfDay)
      if let error = try await fetch(into: sink) { return .failure(error) }
      let name = FileName.safe(from: url)
      guard let content = sink.unexpectedContent(insteadOf: expected) else {
        return .success(try sink.place(as: name))
      }
      let path = try sink.place(as: FileName.unexpected(name, ending: content.ending))
      return unexpected(content, type: sink.contentType, at: path, sink.bytes)
    } catch {
      return .failure(ModelError(.download(.cannotWrite(error.description))))
    }
  }

  func unexpected(
    _ content: UnexpectedContent, type: String?, at path: String, _ byteCount: Int
  ) -> Result<String, ModelError> {
    let file = UnexpectedFile(
      expected: expected, content: content.name, contentType: type, path: path,
      byteCount: byteCount)
    return .failure(ModelError(.download(.unexpected(file))))
  }

  var tag: UInt64 { UInt64(connection.environment.random() * 0x1p53) }

  /// Should the temporary name be taken, by a download that died say, another is tried.
  func file(tag: UInt64) throws(FileError) -> PartialFile {
    folders.prepare(directory)
    do {
      return try PartialFile(in: directory, tag: tag)
    } catch {
      return try PartialFile(in: directory, tag: .random(in: 0...UInt64.max))
    }
  }

  private var refusal: DownloadError? {
    do throws(TransportError) {
      let origin = try HTTPOrigin(of: url)
      let isAllowed = options.allows(origin, base: connection.address.origin)
      return isAllowed ? nil : .hostNotAllowed(origin.description)
    } catch {
      return .notAURL(error.message)
    }
  }

  /// Downloads the file, and returns an error unless the file is complete.
  private func fetch(into sink: DownloadSink) async throws(FileError) -> ModelError? {
    var (failures, furthest) = (0, 0)
    while true {
      switch await once(into: sink) {
      case .done: return nil
      case .cancelled: return ModelError(.cancelled)
      case .over(let problem): return ModelError(.download(problem))
      case .again(let problem, let keeping, let pause):
        failures = sink.bytes > furthest ? 1 : failures + 1
        furthest = max(furthest, sink.bytes)
        if failures > Download.failuresAllowed { return ModelError(.download(problem)) }
        try sink.prepare(keeping: keeping && sink.validator != nil)
        let backoff = retries.delay(
          afterFailures: failures, random: connection.environment.random())
        let next = connection.time.now + max(backoff, pause ?? .zero)
        do {
          try await connection.time.sleep(until: next)
        } catch {
          return ModelError(.cancelled)
        }
      }
    }
  }

  private func once(into sink: DownloadSink) async -> Step {
    let have = sink.bytes
    var headers = TransportHeaders.forMedia
    if have > 0, let validator = sink.validator {
      headers.append(TransportHeader("Range", "bytes=\(have)-"))
      headers.append(TransportHeader("If-Range", validator))
    }
    let request = TransportRequest(
      .get, url, headers: headers, timeouts: Download.limits,
      maximumBodyBytes: options.maxBytes)
    do throws(TransportError) {
      _ = try await connection.transport.stream(request, into: sink)
    } catch {
      return step(after: error, sink)
    }
    if !sink.isWhole {
      let cut = TransportError(.closed, "the file ended before its declared length")
      return .again(.connection(cut), keeping: true, after: nil)
    }
    return sink.bytes == 0 ? .over(.empty) : .done
  }

  private func step(after error: TransportError, _ sink: DownloadSink) -> Step {
    switch (sink.stop, error.kind) {
    case (.status(let status, let pause)?, _):
      return step(after: status, retryAfter: pause, error)
    case (.otherFile?, _): return .again(.changed, keeping: false, after: nil)
    case (.file(let error)?, _): return .over(.cannotWrite(error.description))
    case (nil, .cancelled): return .cancelled
    case (.tooLarge?, _), (nil, .tooLarge):
      return .over(.tooLarge(maxBytes: options.maxBytes))
    case (nil, .tls), (nil, .invalidRequest), (nil, .unavailable): return .over(.connection(error))
    case (nil, _): return .again(.connection(error), keeping: true, after: nil)
    }
  }

  private func step(after status: Int, retryAfter: Duration?, _ error: TransportError) -> Step {
    switch status {
    case 401, 403, 404, 410: .over(.expired(status: status))
    case 408, 425, 429, 500...: .again(.refused(status: status), keeping: true, after: retryAfter)
    default: .over(.refused(status: status))
    }
  }
}
