/// A reference to a media file in a string, recognized by its first characters.
///
/// The service fetches http(s) URLs itself and accepts data URIs; nothing else can work.
package enum MediaReference: Sendable, Hashable {
  /// An http or https URL with a host.
  case url
  /// A data URI; the word before the slash of its media type, in lower case.
  case data(type: String)
  /// Neither.
  case other

  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { MediaReference(utf8: $0) }
  }

  /// Reads a text that is at hand as bytes, such as a data URI of many megabytes.
  package init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    self = .other
    guard MediaReference.isPrintable(bytes) else { return }
    for scheme: StaticString in ["https://", "http://"] where MediaReference.has(scheme, bytes) {
      if MediaReference.hasHost(bytes, from: scheme.utf8CodeUnitCount) { self = .url }
      return
    }
    guard MediaReference.has("data:", bytes), bytes.contains(UInt8(ascii: ",")) else { return }
    let type = bytes.dropFirst(5).prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",")
    }
    self = .data(type: String(decoding: type, as: UTF8.self).lowercased())
  }

  /// Returns a Boolean value that indicates whether a property of this kind accepts the reference.
  ///
  /// A data URI without a telling type, or of bytes in general, may be of any kind.
  package func isUsable(as kind: MediaKind) -> Bool {
    switch self {
    case .url: true
    case .data(let type): type == kind.rawValue || type == "application" || type.isEmpty
    case .other: false
    }
  }

  private static func isPrintable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where byte <= 0x20 || byte == 0x7F { return false }
    return true
  }

  private static func has(_ prefix: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    for index in 0..<count {
      var byte = bytes[index]
      if byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
      if byte != prefix.utf8Start[index] { return false }
    }
    return true
  }

  /// Returns a Boolean value that indicates whether there is a host between the scheme and the
  /// port, path, query or fragment. Text before the last `@` is a user name.
  private static func hasHost(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var hostStart = start
    var end = start
    scan: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): break scan
      case UInt8(ascii: "@"): hostStart = end + 1
      default: break
      }
      end += 1
    }
    return hostStart < end && bytes[hostStart] != UInt8(ascii: ":")
  }
}

/// Rules on strings that refer to media.
extension ValidationIssues {
  /// The media formats: `image_uri`, `video_uri`, `audio_uri`.
  package mutating func check(
    _ reference: MediaReference, text: @autoclosure () -> String, as kind: MediaKind,
    at step: IssueStep?
  ) {
    guard !reference.isUsable(as: kind) else { return }
    let text = text()
    let wanted =
      "an http(s) URL or a data URI of \(kind == .image ? "an image" : kind == .video ? "a video" : "audio")"
    report(
      .format, at: step, value: text, bound: "\(kind.rawValue)_uri",
      text.isEmpty
        ? "is empty; expected \(wanted)" : "\(ValueText.quoted(text)) is not \(wanted)")
  }
}

/// Gives what is known of the file behind a URL, or nil where nobody has looked at it.
///
/// A check never goes to the network itself. Whoever wants files behind URLs checked runs the check
/// twice: first with a lookup that knows nothing and takes down what it is asked for, and again
/// with what was found.
package typealias RemoteFileLookup = @Sendable (_ url: String) -> MediaFacts?

extension ValidationIssues {
  /// Rules on the file behind a URL, as far as it has been looked at.
  package mutating func check(
    fileBehind url: String, rules: @autoclosure () -> [MediaRule], at step: IssueStep?
  ) {
    guard listsUnchecked || remoteFile != nil else { return }
    let rules = rules()
    if rules.contains(where: \.isUnderstood), MediaReference(url) == .url,
      let facts = remoteFile?(url)
    {
      return check(facts, rules: rules, at: step)
    }
    let isUnseen = remoteFile == nil
    for rule in rules {
      reportUnchecked(
        ValidationRule(rawValue: rule.rule), at: step,
        because: rule.isUnderstood || isUnseen
          ? "what is behind a URL is not looked at" : "the rule is not understood")
    }
  }
}
