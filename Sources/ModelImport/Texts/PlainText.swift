/// The readable text of a page, and what its markup said besides.
struct PlainText: Sendable {
  /// A heading that markup marks as the page's own.
  struct Heading: Sendable {
    let offset: Int
    let text: String
  }

  /// Data that a page carries for its own scripts.
  struct Script: Sendable {
    /// Where it begins in the source.
    let offset: Int
    let bytes: [UInt8]
  }

  var bytes: [UInt8] = []
  /// From `bytes` back to the source.
  var origins = OffsetMap()
  var headings: [Heading] = []
  var scripts: [Script] = []
  /// What the head of the page says; empty where it doesn't.
  var title = ""
  var description = ""
  var address = ""
  /// Whether the page says it is in another language than English.
  var isTranslated = false

  init() {}

  /// A text that is its own source.
  init(plain bytes: [UInt8]) {
    self.bytes = bytes
    origins = .identity
  }
}
