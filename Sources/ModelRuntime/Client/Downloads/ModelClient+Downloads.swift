public import SchemaRules

/// Fetching what a model made.
extension ModelClient {
  /// Downloads a file into a directory and gives its path there.
  ///
  /// The name comes from the URL; where it is taken, a number is added. The file appears under it
  /// only when it is whole. A data URI is decoded; its file is named after its type.
  ///
  /// - Parameter kind: The kind of media that the file should be. A web page, JSON or other text
  ///   that comes in its place is kept under a name of its own, and thrown as
  ///   ``DownloadError/unexpected(_:)``. Nil takes whatever comes.
  public func download(
    _ url: String, as kind: MediaKind? = nil, to directory: String,
    limits: DownloadOptions = DownloadOptions(), options: CallOptions? = nil
  ) async throws(ModelError) -> String {
    let options = options ?? self.options
    let download = Download(
      connection: core.connection, url: url, expected: kind, directory: directory,
      folders: core.downloadFolders, options: limits, retries: options.retryPolicy)
    return try await download.path(
      deadline: options.deadline(from: core.connection.time.now)
    ).get()
  }

  /// Downloads every file of an output, in order, and gives the outcome of each: one that can't be
  /// had doesn't keep the others from coming. Files under `image`, `video` and `audio` keys must
  /// not be text (``DownloadError/unexpected(_:)``).
  public func download(
    _ output: MediaOutput, to directory: String, limits: DownloadOptions = DownloadOptions(),
    options: CallOptions? = nil
  ) async -> [DownloadOutcome] {
    var outcomes: [DownloadOutcome] = []
    for (url, kind) in output.promisedFiles {
      do throws(ModelError) {
        let path = try await download(
          url, as: kind, to: directory, limits: limits, options: options)
        outcomes.append(DownloadOutcome(url: url, path: .success(path)))
      } catch {
        outcomes.append(DownloadOutcome(url: url, path: .failure(error)))
      }
    }
    return outcomes
  }
}

/// What became of one file of an output.
public struct DownloadOutcome: Sendable {
  public let url: String
  /// Where the file is now.
  public let path: Result<String, ModelError>
}

extension Job where Output == MediaOutput {
  /// Waits for the job and downloads every file that it made.
  public func download(
    to directory: String, limits: DownloadOptions = DownloadOptions(),
    options: CallOptions? = nil
  ) async throws(ModelError) -> [DownloadOutcome] {
    let output = try await output(options: options)
    return await client.download(output, to: directory, limits: limits, options: options)
  }
}
