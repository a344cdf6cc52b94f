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

  private static var maxAttempts: Int { 6 }
  private static var limits: TransportTimeouts {
    TransportTimeouts(connect: .seconds(10), total: .seconds(3_600), idle: .seconds(30))
  }

  private enum Step {
    case done
    case over(DownloadError)
    case again(DownloadError, keeping: Bool, after: Duration?)
    case cancelled
  }

  private typealias Ending = Result<Void, ModelError>

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
      if case .failure(let error) = await fetch(into: sink) { return .failure(error) }
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

  /// Fetches the whole file.
  private func fetch(into sink: DownloadSink) async -> Ending {
    var furthest = 0
    do throws(CancellationError) {
      return try await connection.retrying(retries) {
        () async throws(CancellationError) -> Attempt<Ending> in
        switch await once(into: sink) {
        case .done: return .last(.success(()))
        case .cancelled: throw CancellationError()
        case .over(let problem): return .last(.failure(ModelError(.download(problem))))
        case .again(let problem, let keeping, let pause):
          let isProgress = sink.bytes > furthest
          furthest = max(furthest, sink.bytes)
          do throws(FileError) {
            try sink.prepare(keeping: keeping && sink.validator != nil)
          } catch {
            return .last(.failure(ModelError(.download(.cannotWrite(error.description)))))
          }
          return .failed(
            .init(
              value: .failure(ModelError(.download(problem))), maxAttempts: Download.maxAttempts,
              isProgress: isProgress, retryAfter: pause))
        }
      }
    } catch {
      return .failure(ModelError(.cancelled))
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
