import ToolSupport

/// The last line of a terminal while something goes on: a spinner, what goes on, and for how long.
///
/// Everything else that is printed meanwhile goes through it, so that lines don't get mixed.
actor ProgressLine {
  private let terminal: Terminal
  private let console: Console
  private var text: String?
  private var start: ContinuousClock.Instant?
  private var frame = 0
  private var ticking: Task<Void, Never>?

  init(_ terminal: Terminal, console: Console) {
    self.terminal = terminal
    self.console = console
  }

  /// Shows what goes on, from now on.
  func show(_ text: String) {
    if start == nil { start = .now }
    self.text = Printable.line(text)
    draw()
    if ticking == nil {
      ticking = Task { [weak self] in
        while !Task.isCancelled {
          try? await Task.sleep(for: .milliseconds(100))
          await self?.tick()
        }
      }
    }
  }

  /// Prints lines that stay.
  func print(_ lines: () -> Void) {
    erase()
    lines()
    draw()
  }

  /// Leaves the line empty.
  func end() {
    ticking?.cancel()
    ticking = nil
    erase()
    (text, start) = (nil, nil)
  }

  private func tick() {
    frame += 1
    draw()
  }

  private func draw() {
    guard let text, let start else { return }
    let frames = Array(terminal.isUnicode ? "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏" : "|/-\\")
    let seconds = (ContinuousClock.now - start).components.seconds
    let line = "\(frames[frame % frames.count]) \(text), \(Elapsed.text(seconds: seconds))"
    // A line that is too long would wrap, and could not be written over.
    console.error(bytes: Array("\r\u{1B}[K\(line.prefix(max(1, terminal.columns() - 1)))".utf8))
  }

  private func erase() {
    if text != nil { console.error(bytes: Array("\r\u{1B}[K".utf8)) }
  }
}

enum Elapsed {
  /// `42 s`, `3 min 05 s`.
  static func text(seconds: Int64) -> String {
    guard seconds >= 60 else { return "\(seconds) s" }
    let rest = seconds % 60
    return "\(seconds / 60) min \(rest < 10 ? "0" : "")\(rest) s"
  }

  /// `42 s`, `3 min`, `5 h`, `12 d`.
  static func age(seconds: Int64) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3_600: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3_600) h"
    default: "\(seconds / 86_400) d"
    }
  }
}
