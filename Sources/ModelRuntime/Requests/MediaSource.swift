import SchemaRules

/// Where a media file comes from. A value: comparing or printing it never touches a file.
public struct MediaSource: Sendable, Hashable, CustomStringConvertible {
  enum Storage: Sendable, Hashable {
    case text(String)
    case data(MediaData)
  }

  let storage: Storage
  /// Which kinds of property can use it, found out once, so that validating a request is a look at
  /// a few bits.
  let usableKinds: UsableKinds
  /// Whether the file itself is inside this value.
  let holdsBytes: Bool

  /// A URL or data URI. Whether it is one that the service can use is for validation to say.
  public init(_ text: String) {
    self.init(.text(text), MediaReference(text))
  }

  public init(data: MediaData) {
    self.init(.data(data), .data(type: data.type))
  }

  private init(_ storage: Storage, _ reference: MediaReference) {
    self.storage = storage
    usableKinds = UsableKinds(reference)
    holdsBytes = if case .data = reference { true } else { false }
  }

  /// The URL or data URI as it was given; nil for bytes.
  public var text: String? { if case .text(let text) = storage { text } else { nil } }

  /// The bytes, where the file was given as such.
  public var data: MediaData? { if case .data(let data) = storage { data } else { nil } }

  /// The file itself, if it is inside this value.
  var bytesAtHand: [UInt8]? {
    switch storage {
    case .data(let data): data.bytes
    case .text(let text): holdsBytes ? DataURI.bytes(of: text) : nil
    }
  }

  public var description: String {
    switch storage {
    case .data(let data): data.description
    case .text(let text): holdsBytes ? ValueText.shortened(text) : text
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
  public let bytes: [UInt8]
  /// Such as `image/png`.
  public let mediaType: String

  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - mediaType: Characters that can't stand in a media type are dropped.
  public init(bytes: [UInt8], mediaType: String) {
    self.bytes = bytes
    let allowed = mediaType.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789/.+-".unicodeScalars.contains($0))
    }
    self.mediaType = String(String.UnicodeScalarView(allowed)).lowercased()
  }

  /// The half of the media type before the slash.
  var type: String { String(mediaType.prefix { $0 != "/" }) }

  /// As it travels inside a request.
  public var dataURI: String {
    "data:\(mediaType);base64," + String(decoding: base64, as: UTF8.self)
  }

  var base64: [UInt8] { Base64.encode(bytes) }

  public var description: String { "\(mediaType), \(bytes.count) bytes" }
}
