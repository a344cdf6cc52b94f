import MediaProbe
@_spi(Generated) public import ModelCore

/// A media file for a model, by URL or as data.
public protocol MediaInput: FieldValue, Hashable, Codable, ExpressibleByStringInterpolation,
  CustomStringConvertible
where StringLiteralType == String {
  /// The kind of media.
  static var kind: MediaKind { get }
  /// The URL or the data of the file.
  var source: MediaSource { get }
  /// Creates an input from the URL or the data of a file.
  init(_ source: MediaSource)
}

/// An image for a model.
public struct ImageInput: MediaInput {
  /// The kind of media.
  public static var kind: MediaKind { .image }
  /// The URL or the data of the file.
  public let source: MediaSource

  /// Creates an input from the URL or the data of a file.
  public init(_ source: MediaSource) { self.source = source }
}

/// A video for a model.
public struct VideoInput: MediaInput {
  /// The kind of media.
  public static var kind: MediaKind { .video }
  /// The URL or the data of the file.
  public let source: MediaSource

  /// Creates an input from the URL or the data of a file.
  public init(_ source: MediaSource) { self.source = source }
}

/// An audio file for a model.
public struct AudioInput: MediaInput {
  /// The kind of media.
  public static var kind: MediaKind { .audio }
  /// The URL or the data of the file.
  public let source: MediaSource

  /// Creates an input from the URL or the data of a file.
  public init(_ source: MediaSource) { self.source = source }
}

extension MediaInput {
  /// Creates an input from a URL that the service fetches, or from a data URI.
  public init(_ text: String) { self.init(MediaSource(text)) }

  /// Creates an input from a literal URL or data URI.
  public init(stringLiteral text: String) { self.init(text) }

  /// Creates an input from bytes that are sent inside the request.
  ///
  /// - Parameters:
  ///   - data: The whole file.
  ///   - mediaType: A media type such as `image/png`, or `nil` to detect it from the bytes.
  public init(data: [UInt8], mediaType: String? = nil) {
    let mediaType = mediaType ?? MediaFileType.name(of: MediaProbe.facts(of: data).format)
    self.init(MediaSource(data: MediaData(bytes: data, mediaType: mediaType)))
  }

  /// The URL, or the media type and the size of the data; never the data itself.
  public var description: String { source.description }
}

@_spi(Generated) extension MediaInput {
  public func writeValue(to writer: inout FieldWriter) { source.write(to: &writer) }

  public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard let text = issues.expect(json.string, "string", in: json) else { return nil }
    self.init(MediaSource(decoding: text))
  }
}

extension MediaInput {
  /// Encodes the URL or the data URI as a string.
  ///
  /// - Throws: The error of the encoder.
  public func encode(to encoder: any Encoder) throws { try source.encodedText.encode(to: encoder) }

  /// Decodes a URL or a data URI from a string. A data URI becomes the data of the input.
  ///
  /// - Throws: A `DecodingError` if there is no string.
  public init(from decoder: any Decoder) throws {
    self.init(MediaSource(decoding: try String(from: decoder)))
  }
}
