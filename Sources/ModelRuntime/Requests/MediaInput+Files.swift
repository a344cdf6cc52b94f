import MediaProbe
import SchemaRules

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension MediaInput {
  /// A file that the service fetches.
  public init(_ url: URL) { self.init(url.absoluteString) }

  /// Bytes that travel inside the request.
  ///
  /// - Parameters:
  ///   - data: The whole file.
  ///   - mediaType: Such as `image/png`; nil to find it out from the bytes.
  public init(data: Data, mediaType: String? = nil) {
    self.init(data: [UInt8](data), mediaType: mediaType)
  }

  /// A local file, which is read now and travels inside the request.
  ///
  /// The value is pure from then on: comparing, printing or sending it never touches the disk.
  public init(contentsOf file: URL) throws(MediaFileError) {
    guard file.isFileURL else {
      throw MediaFileError(
        path: file.absoluteString, problem: .unreadable("the URL names no file on this machine"))
    }
    let path = file.path
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    if let size, size > MediaData.maximumByteCount {
      throw MediaFileError(path: path, problem: .tooLarge(size))
    }
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw MediaFileError(path: path, problem: .unreadable("\(error)"))
    }
    try self.init(file: path, bytes: [UInt8](data))
  }

  /// A local file that was read already.
  package init(file path: String, bytes: [UInt8]) throws(MediaFileError) {
    guard bytes.count <= MediaData.maximumByteCount else {
      throw MediaFileError(path: path, problem: .tooLarge(bytes.count))
    }
    let format = MediaProbe.facts(of: bytes).format
    if let kind = format.kind, kind != Self.kind.formatKind {
      throw MediaFileError(path: path, problem: .wrongKind(wanted: Self.kind, found: "\(format)"))
    }
    self.init(data: bytes, mediaType: MediaFileType.name(of: format))
  }
}

extension MediaData {
  /// The largest file that fits into a request as base64, beside everything else: the service takes
  /// 64 MiB.
  public static var maximumByteCount: Int { 45 << 20 }

  /// The largest body of a request that the service takes.
  public static var maximumRequestBytes: Int { 64 << 20 }
}

extension MediaKind {
  fileprivate var formatKind: MediaFormat.Kind {
    switch self {
    case .image: .image
    case .video: .video
    case .audio: .audio
    }
  }
}

/// A local file that can't be an input.
public struct MediaFileError: Error, Sendable, CustomStringConvertible {
  /// What is wrong with a file.
  public enum Problem: Sendable {
    case unreadable(String)
    case tooLarge(Int)
    case wrongKind(wanted: MediaKind, found: String)
  }

  public let path: String
  public let problem: Problem

  package init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  public var description: String {
    switch problem {
    case .unreadable(let reason): "\(path) can't be read: \(reason)"
    case .tooLarge(let count):
      "\(path) has \(count) bytes; at most \(MediaData.maximumByteCount) fit into a request. "
        + "Give it by URL instead."
    case .wrongKind(let wanted, let found):
      "\(path) is \(found), and \(wanted == .image ? "an image" : wanted == .video ? "a video" : "audio") is needed"
    }
  }
}
