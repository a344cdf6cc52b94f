/// The request of a command line.
public enum CommandChoice: Sendable {
  case command(CommandSpec, words: [String])
  case help(CommandSpec?)
  case version
  /// Nothing at all was asked for.
  case nothing
  case unknown(String)

  /// Finds the command's name, which is the first word that is neither an option nor an option's
  /// value: options may stand in front of it too.
  public init(_ words: [String], among commands: [CommandSpec]) {
    let name = CommandChoice.nameIndex(words, commands)
    let isHelpAsked = words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    let isVersionAsked = words.prefix { $0 != "--" }.contains("--version")
    func command(named name: String) -> CommandSpec? {
      commands.first { $0.name == name }
    }
    guard let name else {
      let option = words.first { $0 != "--" }
      self =
        isHelpAsked
        ? .help(nil) : isVersionAsked ? .version : option.map { .unknown($0) } ?? .nothing
      return
    }
    var others = words
    let word = others.remove(at: name)
    if word == "help" {
      guard let asked = others.first(where: { !$0.hasPrefix("-") }) else {
        self = .help(nil)
        return
      }
      self = command(named: asked).map { .help($0) } ?? .unknown(asked)
    } else if let chosen = command(named: word) {
      self =
        isHelpAsked
        ? .help(chosen) : isVersionAsked ? .version : .command(chosen, words: others)
    } else {
      self = .unknown(word)
    }
  }

  private static func nameIndex(_ words: [String], _ commands: [CommandSpec]) -> Int? {
    var valued: Set<String> = []
    for command in commands {
      for option in command.options where option.value != nil { valued.insert("--" + option.name) }
    }
    var index = 0
    while index < words.count {
      let word = words[index]
      if word == "--" { return index + 1 < words.count ? index + 1 : nil }
      guard word.hasPrefix("-"), word != "-" else { return index }
      index += valued.contains(word) ? 2 : 1
    }
    return nil
  }
}
