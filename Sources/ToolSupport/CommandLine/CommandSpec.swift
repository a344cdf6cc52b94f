/// The description of a command, for parsing its arguments and for its help.
public struct CommandSpec: Sendable {
  public struct Option: Sendable {
    /// Without the dashes.
    public let name: String
    /// The word that stands for the value in the help; nil for a flag.
    public let value: String?
    public let help: String
    public let isRepeatable: Bool
    /// A Boolean value that indicates whether the option doesn't appear in the help.
    public var isHidden = false

    public static func flag(_ name: String, _ help: String, isHidden: Bool = false) -> Option {
      Option(name: name, value: nil, help: help, isRepeatable: false, isHidden: isHidden)
    }

    public static func value(
      _ name: String, _ value: String, _ help: String, isRepeatable: Bool = false
    ) -> Option {
      Option(name: name, value: value, help: help, isRepeatable: isRepeatable)
    }
  }

  /// An argument without dashes, for the help.
  public struct Argument: Sendable {
    /// The name as the usage line shows it: `<model>`.
    public let name: String
    public let help: String

    public init(_ name: String, _ help: String) {
      self.name = name
      self.help = help
    }
  }

  /// `generate`.
  public let name: String
  /// One sentence.
  public let summary: String
  /// The words without dashes, as the usage line shows them.
  public let operands: String
  /// The allowed number of operands.
  public let operandCount: ClosedRange<Int>
  public let arguments: [Argument]
  public let options: [Option]

  public init(
    name: String, summary: String, operands: String = "", operandCount: ClosedRange<Int> = 0...0,
    arguments: [Argument] = [], options: [Option]
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.operandCount = operandCount
    self.arguments = arguments
    self.options = options
  }

  /// The help of one command.
  public func help(tool: String) -> String {
    var help = HelpText(overview: summary, usage: usage(tool: tool))
    help.add("ARGUMENTS", arguments.map { HelpText.Row($0.name, $0.help) })
    help.add(options: options)
    return help.text
  }

  func usage(tool: String) -> String {
    ([tool, name] + (operands.isEmpty ? [] : [operands]) + (options.isEmpty ? [] : ["[<options>]"]))
      .joined(separator: " ")
  }
}
