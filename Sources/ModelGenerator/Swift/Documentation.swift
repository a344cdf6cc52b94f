/// The documentation comment of a declaration: plain text in, comment lines out.
struct Documentation: Sendable {
  private var paragraphs: [Paragraph] = []

  private enum Paragraph: Sendable {
    case text(String)
    case items([String])
  }

  init() {}

  init(_ summary: String) { add(summary) }

  var isEmpty: Bool { paragraphs.isEmpty }

  /// Adds a paragraph; an empty text adds nothing.
  mutating func add(_ text: String) {
    let text = Documentation.cleaned(text)
    if !text.isEmpty { paragraphs.append(.text(text)) }
  }

  /// Adds a list; an empty one adds nothing.
  mutating func add(items: [String]) {
    let items = items.map(Documentation.cleaned).filter { !$0.isEmpty }
    if !items.isEmpty { paragraphs.append(.items(items)) }
  }

  /// The lines, each with its slashes, none longer than `width` if its words allow.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { lines.append("///") }
      switch paragraph {
      case .text(let text):
        lines += TextWrapper.wrap(text, width: width - 4).map { "/// " + $0 }
      case .items(let items):
        for item in items {
          let wrapped = TextWrapper.wrap(item, width: width - 6)
          lines += wrapped.enumerated().map { ($0 == 0 ? "/// - " : "///   ") + $1 }
        }
      }
    }
    return lines
  }

  /// One line of text in which nothing can end the comment, turn the reading direction or hide.
  static func cleaned(_ text: String) -> String {
    if isClean(text) { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBlank = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      if isBlank {
        if cleaned.last != " ", !cleaned.isEmpty { cleaned.append(" ") }
      } else if scalar.isASCII || SwiftLiteral.isPlain(scalar) || isMark(scalar) {
        cleaned.append(scalar)
      }
    }
    while cleaned.last == " " { cleaned.removeLast() }
    return String(cleaned)
  }

  /// Returns a Boolean value that indicates whether a text needs no changes, like most.
  private static func isClean(_ text: String) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == " ", last == " " { return false }
      if scalar.isASCII {
        guard (0x20...0x7E).contains(scalar.value) else { return false }
      } else if scalar.properties.isWhitespace || !SwiftLiteral.isPlain(scalar) && !isMark(scalar) {
        return false
      }
      last = scalar
    }
    return last != " " || text.isEmpty
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
