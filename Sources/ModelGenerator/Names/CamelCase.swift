/// Words put together as Swift writes them.
enum CamelCase {
  /// `dreamina 4 0` is `Dreamina4_0`: digits that were apart stay apart.
  static func upper(_ words: [String]) -> String {
    words.reduce(into: "") { name, word in append(word.capitalizedFirst, to: &name) }
  }

  /// `image url` is `imageURL`, if acronyms are asked for.
  static func lower(_ words: [String], acronyms: Bool = false) -> String {
    guard let first = words.first else { return "" }
    var name = first.lowercased()
    for word in words.dropFirst() {
      let acronym = acronyms ? CamelCase.acronyms[word.lowercased()] : nil
      append(acronym ?? word.capitalizedFirst, to: &name)
    }
    return name
  }

  /// Adds a word, with an underscore where two numbers would run into one.
  static func append(_ word: String, to name: inout String) {
    if name.endsWithDigit, word.beginsWithDigit { name += "_" }
    name += word
  }

  private static let acronyms = [
    "url": "URL", "urls": "URLs", "uri": "URI", "uris": "URIs", "id": "ID", "ids": "IDs",
    "http": "HTTP", "json": "JSON",
  ]
}
