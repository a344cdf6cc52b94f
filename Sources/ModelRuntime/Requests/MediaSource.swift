import ModelCore

/// The URL or the data of a media file. Comparing or printing it never accesses a file.
public struct MediaSource: Sendable, Hashable, CustomStringConvertible {
  enum Storage: Sendable, Hashable {
    case text(String)
    case data(MediaData)
  }

  let storage: Storage
  /// The kinds of property that can use the source, found once, so that validation compares a few
  /// bits.
  let usableKinds: UsableKinds
  /// A Boolean value that indicates whether the source holds the file itself.
  let holdsBytes: Bool

  /// Creates a source from a URL or a data URI. Validation checks whether the service can use it.
  public init(_ text: String) {
    self.init(.text(text), MediaReference(text))
  }

  /// Creates a source from the data of a file.
  public init(data: MediaData) {
    self.init(.data(data), .data(type: data.type))
  }

  private init(_ storage: Storage, _ reference: MediaReference) {
    self.storage = storage
    usableKinds = UsableKinds(reference)
    holdsBytes = if case .data = reference { true } else { false }
  }

  /// The URL or data URI from which the source was created; `nil` for data.
  public var text: String? { if case .text(let text) = storage { text } else { nil } }

  /// The data from which the source was created; `nil` for text.
  public var data: MediaData? { if case .data(let data) = storage { data } else { nil } }

  /// The bytes of the file if the source holds them.
  var bytesAtHand: [UInt8]? {
    switch storage {
    case .data(let data): data.bytes
    case .text(let text): holdsBytes ? DataURI.bytes(of: text) : nil
    }
  }

  /// The URL, or the media type and the size of the data; never the data itself.
  public var description: String {
    switch storage {
    case .data(let data): data.description
    case .text(let text): holdsBytes ? ValueText.shortened(text) : text
    }
  }

  /// Creates a source from encoded text: data for a data URI that can be encoded again as it is, else
  /// the text.
  init(decoding text: String) {
    if let data = MediaData(dataURI: text) {
      self.init(data: data)
    } else {
      self.init(text)
    }
  }

  /// The URL or data URI that is sent to the service.
  var encodedText: String {
    switch storage {
    case .text(let text): text
    case .data(let data): data.dataURI
    }
  }

  func write(to writer: inout FieldWriter) {
    switch (storage, writer.style) {
    case (.text(let text), .wire): writer.json.value(text)
    case (.data(let data), .wire):
      writer.json.value(plainASCII: [Array("data:\(data.mediaType);base64,".utf8), data.base64])
    case (_, .forPeople): writer.json.value(description)
    }
  }
}

/// The kinds of property that can use a media source.
struct UsableKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ reference: MediaReference) {
    self = MediaKind.allCases.reduce(into: []) { kinds, kind in
      if reference.isUsable(as: kind) { kinds.insert(UsableKinds(kind)) }
    }
  }

  init(_ kind: MediaKind) {
    switch kind {
    case .image: rawValue = 1
    case .video: rawValue = 2
    case .audio: rawValue = 4
    }
  }
}

/// The bytes of a media file and what they are.
public struct MediaData: Sendable, Hashable, CustomStringConvertible {
  /// The whole file.
  public let bytes: [UInt8]
  /// The media type, such as `image/png`.
  public let mediaType: String

  /// Creates the data of a media file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - mediaType: A media type such as `image/png`. Characters that aren't allowed in a media type
  ///     are removed.
  public init(bytes: [UInt8], mediaType: String) {
    self.bytes = bytes
    let allowed = mediaType.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789/.+-".unicodeScalars.contains($0))
    }
    self.mediaType = String(String.UnicodeScalarView(allowed)).lowercased()
  }

  /// The part of the media type before the slash.
  var type: String { String(mediaType.prefix { $0 != "/" }) }

  /// Creates the data of a data URI; `nil` for text that isn't a base64 data URI or that would be
  /// encoded differently.
  init?(dataURI text: String) {
    guard text.utf8.starts(with: "data:".utf8), let comma = text.utf8.firstIndex(of: 0x2C),
      let bytes = DataURI.bytes(of: text)
    else { return nil }
    let head = text[..<comma].dropFirst("data:".utf8.count)
    guard head.hasSuffix(";base64") else { return nil }
    self.init(bytes: bytes, mediaType: String(head.dropLast(";base64".utf8.count)))
    guard dataURI.isSameOnWire(as: text) else { return nil }
  }

  /// The data URI that is sent inside a request.
  public var dataURI: String {
    "data:\(mediaType);base64," + String(decoding: base64, as: UTF8.self)
  }

  var base64: [UInt8] { Base64.encode(bytes) }

  /// The media type and the size.
  public var description: String { "\(mediaType), \(bytes.count) bytes" }
}
