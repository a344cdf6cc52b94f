/// A command line as it is being typed, up to the cursor, taken apart as shells do.
struct ShellLine {
  /// The words that are finished, the program's name first.
  private(set) var words: [String] = []
  /// The word at the cursor; empty behind a blank.
  private(set) var current = ""

  init(_ line: String) {
    var quote: Character?
    var isEscaped = false
    var isInWord = false
    for character in line {
      if isEscaped {
        current.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
        isInWord = true
      } else if let open = quote {
        if character == open { quote = nil } else { current.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        isInWord = true
      } else if character.isWhitespace {
        if isInWord { words.append(current) }
        (current, isInWord) = ("", false)
      } else {
        current.append(character)
        isInWord = true
      }
    }
  }
}
