/// The words of a command line, sorted by what its command takes.
public struct ParsedArguments: Sendable {
  public private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// - Parameters:
  ///   - words: What stands beside the command's name. Options may stand anywhere; after `--`
  ///     everything is an operand.
  ///   - nearest: Finds what a misspelled word probably was, among others.
  public init(
    _ words: [String], for spec: CommandSpec, tool: String,
    nearest: (String, [String]) -> String? = { _, _ in nil }
  ) throws(CommandFailure) {
    func usageError(_ message: String) -> CommandFailure {
      CommandFailure(.usage, "\(message)\nUsage: \(spec.usage(tool: tool))")
    }
    var rest = words[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      guard !onlyOperands, word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      if word == "--" {
        onlyOperands = true
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = word.hasPrefix("--") ? String(parts[0].dropFirst(2)) : ""
      guard let option = spec.options.first(where: { $0.name == name }) else {
        let meant = nearest(String(parts[0].drop { $0 == "-" }), spec.options.map(\.name))
        throw usageError(
          "there is no option \(parts[0])" + (meant.map { "; did you mean --\($0)?" } ?? ""))
      }
      if !option.isRepeatable, values[option.name] != nil {
        throw usageError("--\(name) is given twice")
      }
      if option.value == nil {
        guard parts.count == 1 else { throw usageError("--\(name) takes no value") }
        values[option.name] = []
      } else {
        // A word that looks like an option is one: `--schemas --check` has forgotten the folder.
        let isApart = parts.count == 1 && rest.first?.hasPrefix("--") == false
        let value = parts.count == 2 ? String(parts[1]) : isApart ? rest.popFirst() : nil
        guard let value, !value.isEmpty else { throw usageError("--\(name) needs a value") }
        values[option.name, default: []].append(value)
      }
    }
    guard spec.operandCount.contains(operands.count) else {
      throw usageError(
        operands.count < spec.operandCount.lowerBound
          ? "\(spec.operands) is missing"
          : "unexpected argument \"\(operands[spec.operandCount.upperBound])\"")
    }
  }

  public func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option, or nil if it wasn't given.
  public func value(_ name: String) -> String? { values[name]?.last }

  public func values(_ name: String) -> [String] { values[name] ?? [] }
}
