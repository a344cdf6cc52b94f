/// What a command takes, for parsing its words and for its help.
public struct CommandSpec: Sendable {
  public struct Option: Sendable {
    /// Without the dashes.
    public let name: String
    /// The word that stands for the value in the help; nil for a flag.
    public let value: String?
    public let help: String
    public let isRepeatable: Bool

    public static func flag(_ name: String, _ help: String) -> Option {
      Option(name: name, value: nil, help: help, isRepeatable: false)
    }

    public static func value(
      _ name: String, _ value: String, _ help: String, isRepeatable: Bool = false
    ) -> Option {
      Option(name: name, value: value, help: help, isRepeatable: isRepeatable)
    }
  }

  /// `generate`.
  public let name: String
  /// One sentence.
  public let summary: String
  /// The words without dashes, as the usage line shows them.
  public let operands: String
  /// How many of them there may be.
  public let operandCount: ClosedRange<Int>
  public let options: [Option]

  public init(
    name: String, summary: String, operands: String = "", operandCount: ClosedRange<Int> = 0...0,
    options: [Option]
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.operandCount = operandCount
    self.options = options
  }

  /// The help of one command.
  public func help(tool: String) -> String {
    var lines = [summary, "", "USAGE: \(usage(tool: tool))"]
    if !options.isEmpty {
      lines += ["", "OPTIONS:"]
      let heads = options.map { "  --\($0.name)" + ($0.value.map { " <\($0)>" } ?? "") }
      let width = min(30, (heads.map(\.count).max() ?? 0) + 2)
      for (head, option) in zip(heads, options) {
        if head.count >= width {
          lines += [head, String(repeating: " ", count: width) + option.help]
        } else {
          lines.append(head + String(repeating: " ", count: width - head.count) + option.help)
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  func usage(tool: String) -> String {
    ([tool, name] + (operands.isEmpty ? [] : [operands]) + (options.isEmpty ? [] : ["[options]"]))
      .joined(separator: " ")
  }
}
