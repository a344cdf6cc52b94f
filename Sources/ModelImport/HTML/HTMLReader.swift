/// Turns a saved page into its readable text.
///
/// Blanks are kept as they are written, since JSON strings depend on them; elements that begin a
/// line become line ends, and all others vanish without a trace.
struct HTMLReader {
  private let bytes: [UInt8]
  private var text = PlainText()
  private var index = 0
  /// An element whose content is left out, and how deep inside elements of its name we are.
  private var skipped: (name: String, depth: Int)?
  private var headingStart: Int?

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func read(_ bytes: [UInt8]) -> PlainText {
    var reader = HTMLReader(bytes)
    reader.text.bytes.reserveCapacity(bytes.count)
    reader.readAll()
    return reader.text
  }

  private mutating func readAll() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        readMarkup()
      case UInt8(ascii: "&"):
        if let entity = HTMLEntity.decode(bytes[...], at: index) {
          append(entity.text[...], source: index)
          index += entity.length
        } else {
          append(bytes[index...index], source: index)
          index += 1
        }
      default:
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "<"),
          bytes[index] != UInt8(ascii: "&")
        {
          index += 1
        }
        append(bytes[start..<index], source: start)
      }
    }
  }

  private mutating func append(_ piece: ArraySlice<UInt8>, source: Int) {
    guard skipped == nil else { return }
    text.origins.add(text: text.bytes.count, source: source)
    text.bytes += piece
  }

  private mutating func readMarkup() {
    let start = index
    if bytes[start...].starts(with: "<![CDATA[".utf8) {
      let content = bytes[(start + 9)...]
      let end = content.firstRange(of: Array("]]>".utf8))
      append(content[..<(end?.lowerBound ?? bytes.count)], source: start + 9)
      index = end?.upperBound ?? bytes.count
      return
    }
    guard let tag = HTMLTag(bytes, at: start) else {
      append(bytes[start...start], source: start)
      index += 1
      return
    }
    index = tag.end
    if tag.name.isEmpty {
      readSavedAddress(start..<tag.end)
    } else if skipped != nil {
      continueSkipping(tag)
    } else if tag.name == "script" || tag.name == "style" || tag.name == "title" {
      if !tag.isClosing { readRawElement(tag) }
    } else {
      readElement(tag, at: start)
    }
  }

  private mutating func continueSkipping(_ tag: HTMLTag) {
    guard let skipped, skipped.name == tag.name else { return }
    let depth = skipped.depth + (tag.isClosing ? -1 : 1)
    self.skipped = depth == 0 ? nil : (skipped.name, depth)
  }

  /// An element whose content holds no tags: all up to its end.
  private mutating func readRawElement(_ tag: HTMLTag) {
    let start = tag.end
    var end = start
    let closing: StaticString =
      tag.name == "script" ? "</script" : tag.name == "style" ? "</style" : "</title"
    while end < bytes.count, !bytes.hasLowercased(closing, at: end) { end += 1 }
    index = end
    let content = bytes[start..<end]
    if tag.name == "title", text.title.isEmpty {
      text.title = String(
        decoding: Array(HTMLEntity.decodeAll(content).utf8).trimmed, as: UTF8.self)
    } else if tag.name == "script", !content.trimmed.isEmpty {
      text.scripts.append(PlainText.Script(offset: start, bytes: Array(content)))
    }
    // The closing tag itself.
    if end < bytes.count, let closing = HTMLTag(bytes, at: end) { index = closing.end }
  }

  private mutating func readElement(_ tag: HTMLTag, at start: Int) {
    if HTMLNames.blocks.contains(tag.name), text.bytes.last != UInt8(ascii: "\n") {
      append([UInt8(ascii: "\n")], source: start)
    }
    switch tag.name {
    case "meta" where !tag.isClosing: readMeta(tag)
    case "link" where tag.attribute("rel", in: bytes) == "canonical":
      text.address = tag.attribute("href", in: bytes) ?? ""
    case "html":
      if let language = tag.attribute("lang", in: bytes), !language.isEmpty {
        text.isTranslated = !language.lowercased().hasPrefix("en")
      }
    case "h1" where tag.isClosing: endHeading()
    case "h1": headingStart = text.bytes.count
    default: break
    }
    let endsItself = bytes[start..<tag.end].hasSuffix("/>")
    guard !tag.isClosing, !endsItself, !HTMLNames.void.contains(tag.name) else { return }
    if HTMLNames.hidden.contains(tag.name) || isLineNumber(tag) { skipped = (tag.name, 1) }
  }

  /// Line numbers of a listing, which aren't part of it.
  private func isLineNumber(_ tag: HTMLTag) -> Bool {
    guard ["span", "td", "th", "a", "i", "div"].contains(tag.name),
      let classes = tag.attribute("class", in: bytes)?.lowercased().split(separator: " ")
    else { return false }
    // A `div` of such a class may as well be the whole listing.
    if tag.name == "div" {
      return classes.contains("line-number") || classes.contains("line-numbers-wrapper")
    }
    return ["line-number", "linenumber", "lineno", "hljs-ln-n"].contains { mark in
      classes.contains { $0.hasPrefix(mark) || $0.hasSuffix(mark) }
    }
  }

  private mutating func endHeading() {
    guard let start = headingStart else { return }
    headingStart = nil
    let heading = String(decoding: text.bytes[start...].trimmed, as: UTF8.self)
    if !heading.isEmpty { text.headings.append(PlainText.Heading(offset: start, text: heading)) }
  }

  private mutating func readMeta(_ tag: HTMLTag) {
    let name = tag.attribute("name", in: bytes) ?? tag.attribute("property", in: bytes)
    guard let name, let content = tag.attribute("content", in: bytes) else { return }
    switch name.lowercased() {
    case "description": text.description = content
    case "og:description" where text.description.isEmpty: text.description = content
    case "og:url" where text.address.isEmpty: text.address = content
    default: break
    }
  }

  /// Browsers note in a comment where they saved a page from.
  private mutating func readSavedAddress(_ range: Range<Int>) {
    let comment = bytes[range].prefix(2048)
    guard text.address.isEmpty, comment.contains("saved from url="),
      let start = comment.firstRange(of: Array("http".utf8))?.lowerBound
    else { return }
    text.address = String(decoding: comment[start...].prefix { !$0.isBlank }, as: UTF8.self)
  }
}
