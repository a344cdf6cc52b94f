import ModelCore

/// Reads media formats, and reports those that were probably meant to be one.
enum MediaReader {
  static func kind(_ nodes: SchemaNodes) -> MediaKind? {
    for format in nodes.all(.format) {
      if let kind = format.string.flatMap(MediaKind.init(format:)) { return kind }
    }
    return nil
  }

  private static var formats: [String] {
    MediaKind.allCases.flatMap { ["\($0.rawValue)_uri", "\($0.rawValue)_uris"] }
  }

  /// A format that is nearly a media format, or a key such as `video_url` whose format the vendor
  /// forgot.
  static func reportMissingFormat(
    _ key: String, _ shape: Shape, _ nodes: SchemaNodes, _ findings: inout Findings
  ) {
    let isList: Bool
    switch shape {
    case .string: isList = false
    case .array(let array):
      guard case .string = array.item else { return }
      isList = true
    default: return
    }
    if let format = nodes.first(.format), let word = format.string {
      guard word.contains("_") || word.contains("-") else { return }
      guard let near = Spelling.nearest(to: word, among: formats) else { return }
      findings.add(
        .warning, "\(ValueText.quoted(word)) isn't a media format; the value is a plain string",
        at: format, fix: "did you mean \"\(near)\"?")
      return
    }
    guard key.utf8.count <= 64 else { return }
    let words = key.split(separator: "_")
    guard words.contains("url") || words.contains("urls") else { return }
    for kind in MediaKind.allCases where words.contains(Substring(kind.rawValue)) {
      findings.add(
        .note,
        "\"\(key)\" looks like media but has no format; it is "
          + (isList ? "an array of plain strings" : "a plain string"),
        at: nodes.place,
        fix: "\"format\": \"\(kind.rawValue)_uri\(isList ? "s" : "")\" would make it media")
    }
  }
}
