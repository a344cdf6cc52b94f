public import ModelTransport

/// The options of a download.
public struct DownloadOptions: Sendable, Hashable {
  /// The maximum size of a file, in bytes. Larger files are refused.
  public var maxBytes: Int
  /// The hosts that files may come from besides the service's own, such as `cdn.example.com`, or
  /// `*.example.com` for all its subdomains.
  public var allowedHosts: Set<String>

  /// Creates options.
  ///
  /// - Parameters:
  ///   - maxBytes: The maximum size of a file, in bytes.
  ///   - allowedHosts: The hosts that files may come from besides the service's own.
  public init(maxBytes: Int = 2 << 30, allowedHosts: Set<String> = []) {
    self.maxBytes = max(0, maxBytes)
    self.allowedHosts = allowedHosts
  }

  /// The hosts on which the service stores the files of outputs.
  public static let serviceHosts: Set<String> = [
    "runcomfy.net", "*.runcomfy.net", "runcomfy.com", "*.runcomfy.com",
  ]

  func allows(_ origin: HTTPOrigin, base: HTTPOrigin) -> Bool {
    // For loopback addresses, where the mock service runs, there is no network in between.
    guard origin.isEncrypted || origin.isLoopback else { return false }
    if origin.host == base.host { return true }
    return allowedHosts.union(DownloadOptions.serviceHosts).contains { pattern in
      let pattern = pattern.lowercased()
      guard pattern.hasPrefix("*.") else { return origin.host == pattern }
      return origin.host.hasSuffix(pattern.dropFirst())
    }
  }
}

/// The reason why a file was not downloaded. No file is left under its name.
public enum DownloadError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The URL isn't valid, or not one that can be downloaded.
  case notAURL(String)
  /// The host isn't one of ``DownloadOptions/allowedHosts`` or of the service.
  case hostNotAllowed(String)
  /// The file is gone, or its URL has expired. Read the job's result again for a fresh URL.
  case expired(status: Int)
  /// The server refused the download.
  case refused(status: Int)
  /// The file is larger than ``DownloadOptions/maxBytes``.
  case tooLarge(maxBytes: Int)
  /// The file is empty.
  case empty
  /// Another kind of file was received than expected, such as an HTML page for an image.
  case unexpected(UnexpectedFile)
  /// The file changed on the server while it was downloaded.
  case changed
  /// The connection failed.
  case connection(TransportError)
  /// The file can't be written.
  case cannotWrite(String)
  /// The timeout passed before the file was downloaded.
  case timedOut

  /// The message of the error.
  public var description: String {
    switch self {
    case .notAURL(let reason): "the file's URL isn't valid: \(reason)"
    case .hostNotAllowed(let host): "downloads from \(host) aren't allowed"
    case .expired(let status): "the file is gone or its URL has expired (HTTP \(status))"
    case .refused(let status): "the file was refused (HTTP \(status))"
    case .tooLarge(let maximum): "the file has more than the \(maximum) bytes allowed"
    case .empty: "the file is empty"
    case .unexpected(let file): "\(file)"
    case .changed: "the download failed: the file changed on the server while it was read"
    case .connection(let error): "the download failed: \(error)"
    case .cannotWrite(let reason): reason
    case .timedOut: "timed out before the file was downloaded"
    }
  }
}
