import MediaProbe
public import ModelCore

/// A download that brought something else than a media file, such as the login page of a proxy. It
/// is kept under a name that says so, beside where the file would be.
public struct UnexpectedFile: Sendable, Hashable, CustomStringConvertible {
  /// The kind of file that the output promised; nil where it promised none.
  public let expected: MediaKind?
  /// The content that arrived, as a noun phrase: `an HTML page`.
  public let content: String
  /// The `Content-Type` of the answer or of the data URI.
  public let contentType: String?
  /// The file that holds what came: `boat.unexpected.html`.
  public let path: String
  /// The size of that file.
  public let byteCount: Int

  /// One sentence.
  public var description: String {
    // It comes from the server or the answer, and may hold what a terminal would act on.
    let type = contentType.map { "\(ValueText.quoted($0).dropFirst().dropLast()), " } ?? ""
    return "expected \(expected.map(Self.noun) ?? "a file"), received \(content) "
      + "(\(type)\(ValueText.counted(byteCount, "byte"))); it was saved as \(path)"
  }

  private static func noun(_ kind: MediaKind) -> String {
    switch kind {
    case .image: "an image"
    case .video: "a video"
    case .audio: "an audio file"
    }
  }
}

/// The content of a download that can't be the expected kind of file.
struct UnexpectedContent {
  let name: String
  /// The ending of the name that it is kept under.
  let ending: String

  /// Creates the description of unexpected content, or returns `nil` for content that is
  /// acceptable: any media file, whatever its kind, and any unknown format that isn't text.
  ///
  /// - Parameters:
  ///   - expected: The promised kind. Without a promise only content that is still compressed is
  ///     unexpected.
  ///   - encoding: The `Content-Encoding` that the bytes still have; nil where they have none.
  init?(
    _ format: MediaFormat, head: [UInt8], expected: MediaKind?, contentType: String?,
    encoding: String?
  ) {
    if case .unsupported("gzip") = format, expected != nil || encoding != nil {
      (name, ending) = ("gzip data", "gz")
      return
    }
    guard expected != nil, format.kind == nil else { return nil }
    switch format {
    case .unsupported("HTML"): (name, ending) = ("an HTML page", "html")
    case .unsupported("JSON"): (name, ending) = ("a JSON text", "json")
    case .unsupported("XML"): (name, ending) = ("an XML text", "xml")
    case .unknown where Self.isText(head):
      (name, ending) = Self.text(head, contentType?.lowercased() ?? "")
    case .unknown where encoding != nil:
      (name, ending) = ("data in the encoding \(ValueText.quoted(encoding ?? ""))", "bin")
    default: return nil
    }
  }

  private static func text(_ head: [UInt8], _ type: String) -> (name: String, ending: String) {
    if type.contains("html") { return ("an HTML page", "html") }
    if type.contains("json") || head.first == UInt8(ascii: "{") || head.first == UInt8(ascii: "[") {
      return ("a JSON text", "json")
    }
    return type.contains("xml") ? ("an XML text", "xml") : ("a text", "txt")
  }

  /// Returns a Boolean value that indicates whether the first bytes of a file are UTF-8 without
  /// control characters.
  private static func isText(_ head: [UInt8]) -> Bool {
    guard head.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || (0x08...0x0D).contains($0) }) else {
      return false
    }
    // The last character may be cut.
    let cut = head.reversed().prefix(3).prefix { $0 >= 0x80 }.count
    let text = String(decoding: head.dropLast(cut), as: UTF8.self)
    return !text.isEmpty && !text.unicodeScalars.contains("\u{FFFD}")
  }
}

extension PartialFile {
  /// Returns the content of the file if it can't be a file of the expected kind.
  func unexpectedContent(
    insteadOf kind: MediaKind?, byteCount: Int, contentType: String?, encoding: String?
  ) -> UnexpectedContent? {
    UnexpectedContent(
      MediaProbe.facts(byteCount: byteCount, reading: read).format,
      head: read(0..<min(byteCount, 1_024)), expected: kind, contentType: contentType,
      encoding: encoding)
  }
}
