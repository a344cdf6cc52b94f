/// The words of a command line, sorted by what its command takes.
public struct ParsedArguments: Sendable {
  public private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// - Parameter words: What follows the command's name. Options may stand anywhere; after `--`
  ///   everything is an operand.
  public init(_ words: [String], for spec: CommandSpec, tool: String) throws(CommandFailure) {
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
      let name = String(parts[0].drop { $0 == "-" })
      guard word.hasPrefix("--"), let option = spec.options.first(where: { $0.name == name }) else {
        throw usageError("there is no option \(parts[0])" + Self.hint(name, spec))
      }
      if !option.isRepeatable, values[name] != nil {
        throw usageError("--\(name) is given twice")
      }
      if option.value == nil {
        guard parts.count == 1 else { throw usageError("--\(name) takes no value") }
        values[name] = []
      } else if parts.count == 2 {
        values[name, default: []].append(String(parts[1]))
      } else if let value = rest.popFirst() {
        values[name, default: []].append(value)
      } else {
        throw usageError("--\(name) needs a value")
      }
    }
    guard spec.operandCount.contains(operands.count) else {
      throw usageError(
        operands.count < spec.operandCount.lowerBound
          ? "\(spec.operands) is missing"
          : "\"\(operands[spec.operandCount.upperBound])\" is one word too many")
    }
  }

  private static func hint(_ name: String, _ spec: CommandSpec) -> String {
    let near = spec.options.first {
      $0.name.hasPrefix(name) || name.hasPrefix($0.name)
    }
    return near.map { "; did you mean --\($0.name)?" } ?? ""
  }

  public func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option, or nil if it wasn't given.
  public func value(_ name: String) -> String? { values[name]?.last }

  public func values(_ name: String) -> [String] { values[name] ?? [] }
}
