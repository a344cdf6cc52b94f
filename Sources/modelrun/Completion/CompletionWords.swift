import ModelSchema
import ToolSupport

/// The completions at the cursor of a command line, which the shells' completion scripts request.
///
/// No completions mean that the shell should offer files.
struct CompletionWords {
  /// The command that prints the completions. It is for shells only, so no help lists it.
  static let command = "complete-words"

  private let line: ShellLine

  init(_ line: String) { self.line = ShellLine(line) }

  /// Prints the candidates, one a line. Whatever is wrong, there are none: a shell that completes
  /// has no place for messages.
  static func answer(_ words: [String], _ context: CommandContext) {
    for word in CompletionWords(words.first ?? "").candidates { context.console.out(word) }
  }

  var candidates: [String] {
    guard let spec else {
      let names = Modelrun.commands.map { $0.spec.name } + ["--help", "--version"]
      return line.words.count <= 1 ? matching(names) : []
    }
    if let (name, typed, prefix) = openOption(spec) {
      return values(of: name, typed).filter { $0.hasPrefix(typed) }.map { prefix + $0 }
    }
    if line.current.hasPrefix("-") {
      return matching(
        spec.options.filter { !$0.isHidden }.map { "--" + $0.name } + ["--help", "--version"])
    }
    guard operands(spec).isEmpty else { return [] }
    switch spec.name {
    case RunCommand.spec.name, SubmitCommand.spec.name: return matching(models?.ids ?? [])
    case CompletionsCommand.spec.name: return matching(ShellScripts.names)
    default: return []
    }
  }

  private func matching(_ words: [String]) -> [String] {
    words.filter { $0.hasPrefix(line.current) }.sorted()
  }

  private var spec: CommandSpec? {
    let word = line.words.dropFirst().first { !$0.hasPrefix("-") }
    return Modelrun.commands.map { $0.spec }.first { $0.name == word }
  }

  /// The option whose value is being typed, what there is of it, and what stands before that.
  private func openOption(_ spec: CommandSpec) -> (name: String, typed: String, prefix: String)? {
    let valued = spec.options.filter { $0.value != nil }.map(\.name)
    if let last = line.words.last, let name = valued.first(where: { last == "--" + $0 }) {
      return (name, line.current, "")
    }
    for name in valued where line.current.hasPrefix("--\(name)=") {
      let prefix = "--\(name)="
      return (name, String(line.current.dropFirst(prefix.count)), prefix)
    }
    return nil
  }

  private func values(of option: String, _ typed: String) -> [String] {
    switch option {
    case "set": assignments(typed)
    case "on-interrupt": JobSession.InterruptPolicy.allCases.map(\.rawValue)
    case "allow": ["enum", "format", "maxItems", "maxLength", "maximum", "minimum", "required"]
    default: []
    }
  }

  /// Keys of the model with an equals sign, and behind one the values that the schema publishes.
  private func assignments(_ typed: String) -> [String] {
    guard let model else { return [] }
    guard let equals = typed.firstIndex(of: "=") else {
      return model.input.properties.map { $0.key + "=" }
    }
    let key = String(typed[..<equals])
    let property = model.input.properties.first { $0.key == key }
    return property.map { CompletionWords.values($0.shape).map { "\(key)=\($0)" } } ?? []
  }

  private static func values(_ shape: Shape) -> [String] {
    switch shape {
    case .boolean: ["true", "false"]
    case .knownValues(let set): set.texts
    case .array(let array): values(array.item)
    default: []
    }
  }

  private var models: ModelSet? {
    let option = line.words.lastIndex(of: "--schemas").map { line.words[($0 + 1)...].first }
    guard let folder = try? SchemasFolder((option ?? nil) ?? "schemas") else { return nil }
    return ModelSet(folder)
  }

  private var model: Model? {
    guard let spec, let word = operands(spec).first else { return nil }
    return models?.entry(of: word)?.interpret().model
  }

  /// The finished words that are neither the command nor options nor their values.
  private func operands(_ spec: CommandSpec) -> [String] {
    let valued = Set(spec.options.filter { $0.value != nil }.map { "--" + $0.name })
    var operands: [String] = []
    var rest = line.words.dropFirst()
    while let word = rest.popFirst() {
      if valued.contains(word) { _ = rest.popFirst() }
      if !word.hasPrefix("-") { operands.append(word) }
    }
    if let command = operands.firstIndex(of: spec.name) { operands.remove(at: command) }
    return operands
  }
}
