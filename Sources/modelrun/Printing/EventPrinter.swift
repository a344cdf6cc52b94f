import ModelCore
import ModelRuntime
import ToolSupport

/// Tells what happens to a job: in a line that is written over on a terminal, line by line where
/// there is none, or as one line of JSON for each event.
actor EventPrinter {
  enum Style: Sendable {
    case terminal(Terminal)
    case plain
    case json
    /// One document: the submission. The rest is for people.
    case document
  }

  private let style: Style
  private let command: String
  private let console: Console
  private let progress: ProgressLine?
  private var lastShown = ""
  /// The time that the job took, as far as this command saw it.
  private var elapsed = ""
  /// The command that resumes the job, which a program that reads the events must not lose.
  private var fallback: String?

  /// - Parameter command: The name that stands before errors.
  init(_ style: Style, of command: String, console: Console) {
    self.style = style
    self.command = command
    self.console = console
    progress =
      if case .terminal(let terminal) = style {
        ProgressLine(terminal, console: console)
      } else {
        nil
      }
  }

  func tell(_ event: JobEvent) async {
    switch (style, event) {
    case (.json, _), (.document, .submitted), (.document, .failed), (.document, .interrupted):
      tellAsJSON(event)
    default: await tellPeople(event)
    }
  }

  private func tellAsJSON(_ event: JobEvent) {
    switch event {
    case .submitted(let handle, let resumeAdvice):
      fallback = "request \(handle.jobID) of \(handle.modelID)\n\(resumeAdvice)"
    // Said first, since a result that can't be written ends the process.
    case .failed(let failure): tellInWords(failure)
    case .interrupted(let message, _): console.error(message)
    default: break
    }
    if let json = event.json { console.out(json: json.description, orElse: fallback) }
  }

  private func tellPeople(_ event: JobEvent) async {
    switch event {
    case .submitting(let model, _):
      if let progress {
        await progress.show("submitting \(model)")
      } else {
        console.error("submitting \(model)")
      }
    case .submitted(let handle, let resumeAdvice):
      let text = "request \(handle.jobID) of \(handle.modelID)"
      await line(text, orElse: "\(text)\n\(resumeAdvice)")
      await progress?.show("submitted")
    case .update(let update): await tell(update)
    case .finished(let record, _):
      await progress?.end()
      let cost = record.cost.map { ", cost $\($0)" } ?? ""
      console.error("succeeded\(elapsed)\(cost)")
    case .downloading(let url, let number, let count):
      await progress?.show("downloading \(number) of \(count), \(EventPrinter.host(of: url))")
    case .downloaded(_, let path):
      await progress?.end()
      console.out(path)
    case .notDownloaded(let url, let error):
      await progress?.end()
      console.error("not downloaded: \(ServiceText.line(EventPrinter.shown(url))): \(error)")
    case .interrupted(let message, _):
      await progress?.end()
      console.error(message)
    case .failed(let failure):
      await progress?.end()
      tellInWords(failure)
    }
  }

  /// Prints the result of a job whose files aren't downloaded: their URLs, or else the output
  /// itself.
  func result(_ output: MediaOutput) async {
    if case .json = style { return }
    await progress?.end()
    console.out(result: output)
  }

  /// A line for people that stays, whatever the style.
  ///
  /// - Parameter fallback: The text to print elsewhere if the line can't be written.
  func line(_ text: String, orElse fallback: String? = nil) async {
    guard let progress else { return console.error(text, orElse: fallback) }
    let console = console
    await progress.print { console.error(text, orElse: fallback) }
  }

  private func tell(_ update: JobUpdate) async {
    let seconds = update.elapsed.components.seconds
    if seconds > 0 { elapsed = " after \(Elapsed.text(seconds: seconds))" }
    let text = update.line
    if let progress { await progress.show(text) }
    guard progress == nil, text != lastShown, !update.status.isTerminal else { return }
    lastShown = text
    console.error("\(text), \(Elapsed.text(seconds: seconds))")
  }

  private func tellInWords(_ failure: JobEvent.Failure) {
    console.error("modelrun \(command): error: \(failure.message)")
    if let resume = failure.resume { console.error("To resume the job: \(resume)") }
  }

  /// A URL as people are told of it: a file that stands in it is left out.
  static func shown(_ url: String) -> String {
    url.prefix(5).lowercased() == "data:" ? ValueText.shortened(url) : url
  }

  private static func host(of url: String) -> String {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    return String(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }
}

extension Console {
  /// Prints what a job gave: each of its files on a line of its own, or else the output itself.
  func out(result output: MediaOutput) {
    let files = output.promisedFiles
    if files.isEmpty { out(json: output.json.prettyText) }
    for file in files { out(Printable.line(file.url)) }
  }
}
