public import ModelTransport

/// What may be downloaded.
public struct DownloadOptions: Sendable, Hashable {
  /// A larger file is refused, whatever it claims to be.
  public var maximumBytes: Int
  /// Hosts beside the service's own that files may come from: `cdn.example.com`, or
  /// `*.example.com` for all below it.
  public var allowedHosts: Set<String>

  public init(maximumBytes: Int = 2 << 30, allowedHosts: Set<String> = []) {
    self.maximumBytes = max(0, maximumBytes)
    self.allowedHosts = allowedHosts
  }

  /// Where the service keeps what its models make.
  public static let serviceHosts: Set<String> = [
    "runcomfy.net", "*.runcomfy.net", "runcomfy.com", "*.runcomfy.com",
  ]

  func allows(_ origin: HTTPOrigin, base: HTTPOrigin) -> Bool {
    // On the machine itself, where the service's stand-in runs, there is nobody in between.
    guard origin.isEncrypted || origin.isLoopback else { return false }
    if origin.host == base.host { return true }
    return allowedHosts.union(DownloadOptions.serviceHosts).contains { pattern in
      let pattern = pattern.lowercased()
      guard pattern.hasPrefix("*.") else { return origin.host == pattern }
      return origin.host.hasSuffix(pattern.dropFirst())
    }
  }
}

/// Why a file was not downloaded. Nothing is left under its name.
public enum DownloadProblem: Sendable, Hashable, CustomStringConvertible {
  case notAURL(String)
  case hostNotAllowed(String)
  /// The file is gone, or the URL's time is up: read the job's result again for a fresh one.
  case expired(status: Int)
  case refused(status: Int)
  case tooLarge(maximumBytes: Int)
  case empty
  /// Something else came than the output promised, such as an HTML page for an image.
  case unexpected(UnexpectedFile)
  /// The server went on with another file, or with another part of it, than had been begun.
  case changed
  case connection(TransportError)
  case cannotWrite(String)
  case deadlinePassed

  public var description: String {
    switch self {
    case .notAURL(let reason): "what should be downloaded is no usable URL: \(reason)"
    case .hostNotAllowed(let host): "nothing is downloaded from \(host) unless it is allowed"
    case .expired(let status): "the file is gone or its URL has expired (HTTP \(status))"
    case .refused(let status): "the file was refused (HTTP \(status))"
    case .tooLarge(let maximum): "the file has more than the \(maximum) bytes allowed"
    case .empty: "the file is empty"
    case .unexpected(let file): "\(file)"
    case .changed: "the download failed: the file changed on the server while it was read"
    case .connection(let error): "the download failed: \(error)"
    case .cannotWrite(let reason): reason
    case .deadlinePassed: "the deadline passed before the file was there"
    }
  }
}
