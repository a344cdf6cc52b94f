/// The readable text of a page, and what its markup said besides.
struct PlainText: Sendable {
  /// A heading that markup marks as the page's own.
  struct Heading: Sendable {
    let offset: Int
    let text: String
  }

  /// Data that a page carries for its own scripts.
  struct Script: Sendable {
    /// The offset in the source at which it begins.
    let offset: Int
    let bytes: [UInt8]
  }

  var bytes: [UInt8] = []
  /// From `bytes` back to the source.
  var origins = OffsetMap()
  var headings: [Heading] = []
  var scripts: [Script] = []
  /// The title in the head of the page, or an empty string.
  var title = ""
  var description = ""
  var address = ""
  /// A Boolean value that indicates whether the page declares a language other than English.
  var isTranslated = false

  init() {}

  /// A text that is its own source.
  init(plain bytes: [UInt8]) {
    self.bytes = bytes
    origins = .identity
  }
}
