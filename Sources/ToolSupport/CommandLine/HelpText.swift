/// The help of a tool or of one of its commands, laid out as swift-argument-parser prints it.
struct HelpText {
  typealias Row = (label: String, text: String)

  private static let labelWidth = 26
  private static let width = 80
  private var paragraphs: [String]

  init(overview: String, usage: String) {
    let overview = HelpText.lines(of: "OVERVIEW: \(overview)", width: HelpText.width)
    paragraphs = [overview.joined(separator: "\n"), "USAGE: \(usage)"]
  }

  var text: String { paragraphs.joined(separator: "\n\n") }

  /// Adds a section, unless it has no rows.
  mutating func add(_ title: String, _ rows: [Row], note: String? = nil) {
    guard !rows.isEmpty else { return }
    let lines = ["\(title):"] + rows.flatMap(HelpText.lines(of:))
    paragraphs.append((lines + (note.map { ["", "  \($0)"] } ?? [])).joined(separator: "\n"))
  }

  /// Adds the options of a command, and those that every command has.
  mutating func add(options: [CommandSpec.Option]) {
    let rows = options.filter { !$0.isHidden }.map { option in
      Row("--\(option.name)" + (option.value.map { " <\($0)>" } ?? ""), option.help)
    }
    add(
      "OPTIONS",
      rows + [
        Row("--version", "Show the version."),
        Row("-h, --help", "Show help information."),
      ])
  }

  private static func lines(of row: Row) -> [String] {
    let label = "  \(row.label)"
    let indent = String(repeating: " ", count: labelWidth)
    let texts = lines(of: row.text, width: width - labelWidth)
    if label.count >= labelWidth { return [label] + texts.map { indent + $0 } }
    let first = label + String(repeating: " ", count: labelWidth - label.count)
    return texts.enumerated().map { $0.offset == 0 ? first + $0.element : indent + $0.element }
  }

  /// Breaks a text at blanks into lines of at most a width.
  private static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
