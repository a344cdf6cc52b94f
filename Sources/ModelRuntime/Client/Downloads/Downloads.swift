import ModelCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The outcome of downloading one file of an output.
public struct DownloadOutcome: Sendable {
  /// The URL of the file.
  public let url: URL
  /// The URL of the file on disk, or the error.
  public let result: Result<URL, ModelError>
}

/// An asynchronous sequence of the downloads of an output's files, one after another.
public struct Downloads: AsyncSequence, Sendable {
  /// The outcome of one download.
  public typealias Element = DownloadOutcome

  struct File: Sendable {
    let url: URL
    /// The URL as the service gave it.
    let text: String
    let kind: MediaKind?
  }

  let client: ModelClient
  let files: [File]
  let directory: URL
  let options: DownloadOptions
  let callOptions: CallOptions?

  /// Returns the URL of a file, relative to what the directory is relative to.
  static func file(at path: String, in directory: URL) -> URL {
    directory.appendingPathComponent(
      String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]))
  }

  /// Returns an iterator that begins with the first file.
  public func makeAsyncIterator() -> Iterator { Iterator(downloads: self) }

  /// The iterator of the downloads of an output's files.
  public struct Iterator: AsyncIteratorProtocol {
    let downloads: Downloads
    private var index = 0

    init(downloads: Downloads) { self.downloads = downloads }

    /// Downloads the next file, or returns `nil` after the last one.
    public mutating func next() async -> DownloadOutcome? {
      guard index < downloads.files.count else { return nil }
      let file = downloads.files[index]
      index += 1
      do throws(ModelError) {
        let path = try await downloads.client.download(
          file.text, as: file.kind, to: downloads.directory.path, options: downloads.options,
          callOptions: downloads.callOptions)
        return DownloadOutcome(
          url: file.url, result: .success(Downloads.file(at: path, in: downloads.directory)))
      } catch {
        return DownloadOutcome(url: file.url, result: .failure(error))
      }
    }
  }
}
