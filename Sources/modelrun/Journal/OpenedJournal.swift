import ModelRuntime
import ToolSupport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The journal of the commands.
///
/// It is in `$XDG_STATE_HOME/modelrun`, else in `~/.local/state/modelrun`, else in no place. The
/// environment variable `MODELRUN_JOURNAL` names another folder, or is `off`.
enum OpenedJournal {
  static let variable = "MODELRUN_JOURNAL"

  /// The folder of the journal, or `nil` if there is none.
  static func folder(_ context: CommandContext) -> String? {
    if let named = context.variable(variable) { return named == "off" ? nil : named }
    // The specification says that relative paths aren't valid.
    if let state = context.variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/modelrun"
    }
    return context.variable("HOME").map { $0 + "/.local/state/modelrun" }
  }

  /// Returns the journal for a command that submits, or `nil` if the user wants none.
  ///
  /// - Throws: `CommandFailure` if the journal can't be used. A job that can't be recorded isn't
  ///   submitted.
  static func forSubmitting(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CommandFailure) -> JobJournal? {
    let needs = ["key", "max-cost"].first { arguments.has($0) }
    if arguments.has("no-journal") || arguments.has("mock") {
      if let needs {
        let other = arguments.has("mock") ? "mock" : "no-journal"
        throw CommandFailure(
          .usage, "--\(needs) needs the journal, so it can't be combined with --\(other)")
      }
      return nil
    }
    guard let folder = folder(context) else {
      if let needs { throw absent("--\(needs) needs the journal") }
      return nil
    }
    return try open(folder)
  }

  /// Returns the journal for a command that can't do without.
  static func required(_ context: CommandContext) throws(CommandFailure) -> JobJournal {
    guard let folder = folder(context) else { throw absent("there is no journal") }
    return try open(folder)
  }

  /// Returns the journal for a command that records what it learns of a job, or `nil` if it can't be
  /// used.
  static func ifAvailable(_ context: CommandContext) -> JobJournal? {
    folder(context).flatMap { try? JobJournal(at: URL(fileURLWithPath: $0)) }
  }

  private static func absent(_ problem: String) -> CommandFailure {
    CommandFailure(
      .usage, "\(problem)\nTo use one, set \(variable) to a folder, or set XDG_STATE_HOME or HOME.")
  }

  static func open(_ folder: String) throws(CommandFailure) -> JobJournal {
    do throws(JobJournal.Problem) {
      return try JobJournal(at: URL(fileURLWithPath: folder))
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension CommandFailure {
  /// The failure of a command for a problem with the journal.
  init(_ problem: JobJournal.Problem) {
    let error = ModelError(.journal(problem))
    let advice = Advice(baseURL: "", tokenVariable: nil).text(for: error).map { "\n\($0)" } ?? ""
    self.init(error.exitCode, "\(problem)\(advice)")
  }
}
