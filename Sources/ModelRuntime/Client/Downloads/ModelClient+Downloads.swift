public import ModelCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Downloading the files of outputs.
extension ModelClient {
  /// Downloads a file into a directory.
  ///
  /// The name of the file comes from the URL; if it is taken, a number is added. The file appears
  /// under its name only when it is complete. A `data` URL is decoded, and its file is named after its
  /// type.
  ///
  /// - Parameters:
  ///   - url: The URL of the file.
  ///   - kind: The kind of media that the file must be, or `nil` for any file. A web page, JSON or
  ///     other text that comes in its place is kept under another name, and thrown as
  ///     ``DownloadError/unexpected(_:)``.
  ///   - directory: The directory for the file.
  ///   - options: The options of the download.
  ///   - callOptions: The options of the call, or `nil` for those of the client.
  /// - Returns: The URL of the file on disk.
  /// - Throws: ``ModelError`` with ``ModelError/Reason/download(_:)`` if the file can't be downloaded,
  ///   or if the task was cancelled.
  public func download(
    _ url: URL, as kind: MediaKind? = nil, to directory: URL,
    options: DownloadOptions = DownloadOptions(), callOptions: CallOptions? = nil
  ) async throws(ModelError) -> URL {
    let path = try await download(
      url.absoluteString, as: kind, to: directory.path, options: options, callOptions: callOptions)
    return Downloads.file(at: path, in: directory)
  }

  /// Downloads all files of an output into a directory, one after another.
  ///
  ///     let output = try await client.run(request)
  ///     let files = try await client.downloadAll(output, to: directory)
  ///
  /// A file that can't be downloaded doesn't keep the others from being downloaded. To get the
  /// outcome of each file, use ``downloads(of:to:options:callOptions:)``.
  ///
  /// - Parameters:
  ///   - output: An output of any model.
  ///   - directory: The directory for the files.
  ///   - options: The options of the downloads.
  ///   - callOptions: The options of the call, or `nil` for those of the client.
  /// - Returns: The URLs of the files on disk, in the order of ``ModelOutput/files``.
  /// - Throws: ``ModelError`` of the first file that can't be downloaded, after the others were.
  public func downloadAll(
    _ output: some ModelOutput, to directory: URL,
    options: DownloadOptions = DownloadOptions(), callOptions: CallOptions? = nil
  ) async throws(ModelError) -> [URL] {
    var files: [URL] = []
    var failure: ModelError?
    let downloads = downloads(
      of: output, to: directory, options: options, callOptions: callOptions)
    for await outcome in downloads {
      do throws(ModelError) {
        files.append(try outcome.result.get())
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return files
  }

  /// Returns the downloads of all files of an output. Each file is downloaded when its outcome is
  /// awaited.
  ///
  /// A file that can't be downloaded doesn't keep the others from being downloaded. Files under
  /// `image`, `video` and `audio` keys must not be text (``DownloadError/unexpected(_:)``).
  ///
  /// - Parameters:
  ///   - output: An output of any model.
  ///   - directory: The directory for the files.
  ///   - options: The options of the downloads.
  ///   - callOptions: The options of the call, or `nil` for those of the client.
  /// - Returns: An asynchronous sequence of the outcomes, in the order of ``ModelOutput/files``.
  public func downloads(
    of output: some ModelOutput, to directory: URL,
    options: DownloadOptions = DownloadOptions(), callOptions: CallOptions? = nil
  ) -> Downloads {
    let files = output.promisedFiles.compactMap { file in
      URL(string: file.url).map { Downloads.File(url: $0, text: file.url, kind: file.kind) }
    }
    return Downloads(
      client: self, files: files, directory: directory, options: options,
      callOptions: callOptions)
  }

  /// Downloads a file whose URL needn't be valid, and returns its path.
  package func download(
    _ url: String, as kind: MediaKind? = nil, to directory: String,
    options: DownloadOptions = DownloadOptions(), callOptions: CallOptions? = nil
  ) async throws(ModelError) -> String {
    let callOptions = callOptions ?? self.options
    let download = Download(
      connection: core.connection, url: url, expected: kind, directory: directory,
      folders: core.downloadFolders, options: options, retries: callOptions.retryPolicy)
    return try await download.path(
      deadline: callOptions.deadline(from: core.connection.time.now)
    ).get()
  }
}

extension Job {
  /// Waits for the job and downloads all files of its output into a directory.
  ///
  /// - Parameters:
  ///   - directory: The directory for the files.
  ///   - options: The options of the downloads.
  ///   - callOptions: The options of the calls, or `nil` for those of the client.
  /// - Returns: The URLs of the files on disk.
  /// - Throws: ``ModelError`` if the job didn't succeed, or of the first file that can't be downloaded.
  public func downloadAll(
    to directory: URL, options: DownloadOptions = DownloadOptions(),
    callOptions: CallOptions? = nil
  ) async throws(ModelError) -> [URL] {
    let output = try await output(options: callOptions)
    return try await client.downloadAll(
      output, to: directory, options: options, callOptions: callOptions)
  }
}
