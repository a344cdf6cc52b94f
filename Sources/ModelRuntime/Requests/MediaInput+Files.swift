import MediaProbe
import ModelCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension MediaInput {
  /// Creates an input from a URL that the service fetches.
  public init(_ url: URL) { self.init(url.absoluteString) }

  /// Creates an input from bytes that are sent inside the request.
  ///
  /// - Parameters:
  ///   - data: The whole file.
  ///   - mediaType: A media type such as `image/png`, or `nil` to detect it from the bytes.
  public init(data: Data, mediaType: String? = nil) {
    self.init(data: [UInt8](data), mediaType: mediaType)
  }

  /// Creates an input from a local file, which is read now and sent inside the request.
  ///
  /// Comparing, printing or sending the input doesn't access the file again.
  ///
  /// - Parameter file: A file URL.
  /// - Throws: A ``MediaFileError`` if the file can't be read, is too large for a request, or holds
  ///   another kind of media.
  public init(contentsOf file: URL) throws(MediaFileError) {
    guard file.isFileURL else {
      throw MediaFileError(
        path: file.absoluteString, problem: .unreadable("it isn't a file URL"))
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

  /// Creates an input from a local file that has been read.
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
  /// The size in bytes of the largest file that fits into a request as base64.
  public static var maximumByteCount: Int { 45 << 20 }

  /// The size in bytes of the largest request body that the service accepts.
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

/// An error thrown for a local file that can't be used as an input.
public struct MediaFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The reason why a file can't be used.
  public enum Problem: Sendable, Hashable {
    /// The file can't be read, with the reason.
    case unreadable(String)
    /// The file is too large for a request, with its size in bytes.
    case tooLarge(Int)
    /// The file holds another kind of media than the input needs.
    case wrongKind(wanted: MediaKind, found: String)
  }

  /// The path of the file.
  public let path: String
  /// The reason why the file can't be used.
  public let problem: Problem

  package init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// The path of the file and the problem.
  public var description: String {
    switch problem {
    case .unreadable(let reason): "\(path) can't be read: \(reason)"
    case .tooLarge(let count):
      "\(path) has \(count) bytes; at most \(MediaData.maximumByteCount) fit into a request"
    case .wrongKind(let wanted, let found):
      "\(path) is \(found), and \(wanted == .image ? "an image" : wanted == .video ? "a video" : "audio") is needed"
    }
  }
}
