import MediaProbe
public import SchemaRules

/// A media file for a model, by URL or as data.
public protocol MediaInput: FieldValue, Hashable, ExpressibleByStringInterpolation,
  CustomStringConvertible
where StringLiteralType == String {
  static var kind: MediaKind { get }
  var source: MediaSource { get }
  init(_ source: MediaSource)
}

/// An image for a model.
public struct ImageInput: MediaInput {
  public static var kind: MediaKind { .image }
  public let source: MediaSource

  public init(_ source: MediaSource) { self.source = source }
}

/// A video for a model.
public struct VideoInput: MediaInput {
  public static var kind: MediaKind { .video }
  public let source: MediaSource

  public init(_ source: MediaSource) { self.source = source }
}

/// A piece of audio for a model.
public struct AudioInput: MediaInput {
  public static var kind: MediaKind { .audio }
  public let source: MediaSource

  public init(_ source: MediaSource) { self.source = source }
}

extension MediaInput {
  /// A file that the service fetches, or a data URI, as text.
  public init(_ text: String) { self.init(MediaSource(text)) }

  public init(stringLiteral text: String) { self.init(text) }

  /// Bytes that travel inside the request.
  ///
  /// - Parameters:
  ///   - data: The whole file.
  ///   - mediaType: Such as `image/png`; nil to find it out from the bytes.
  public init(data: [UInt8], mediaType: String? = nil) {
    let mediaType = mediaType ?? MediaFileType.name(of: MediaProbe.facts(of: data).format)
    self.init(MediaSource(data: MediaData(bytes: data, mediaType: mediaType)))
  }

  public func writeValue(to writer: inout FieldWriter) { source.write(to: &writer) }

  /// The URL, or the type and size of the data: never the data.
  public var description: String { source.description }
}
