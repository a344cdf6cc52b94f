import ModelRuntime
import ToolSupport

/// Finds jobs in the journal.
enum JournalLookup {
  static let last = "last"

  /// Returns the job that was submitted last.
  ///
  /// - Throws: `CommandFailure` if the journal has no job, or if it is unknown whether the last one was
  ///   submitted.
  static func lastJob(_ context: CommandContext) async throws(CommandFailure) -> JobHandle {
    let journal = try OpenedJournal.required(context)
    let entries = try await entries(of: journal)
    for entry in entries.reversed() {
      switch entry.state {
      case .notSubmitted, .abandoned: continue
      case .submitting:
        throw CommandFailure(.temporary, "the last job is being submitted by another command")
      case .unknown:
        throw CommandFailure(
          .submissionUnknown,
          "whether the last job was submitted is unknown\n\(resolutions(for: entry))")
      case .submitted, .ended: if let handle = entry.handle { return handle }
      }
    }
    throw CommandFailure(.inputMissing, "the journal in \(journal.directory.path) has no jobs")
  }

  static func entries(
    of journal: JobJournal
  ) async throws(CommandFailure) -> [JobJournal.Entry] {
    do throws(JobJournal.Problem) {
      return try await journal.entries()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Returns the job with this name, the beginning of the name, key or request ID.
  static func entry(
    named word: String, in journal: JobJournal
  ) async throws(CommandFailure) -> JobJournal.Entry {
    let entries = try await entries(of: journal)
    let exact = entries.last { $0.id == word || $0.key == word || $0.handle?.jobID == word }
    if let exact { return exact }
    let found = word.count < 6 ? [] : entries.filter { $0.id.hasPrefix(word) }
    guard let first = found.first else {
      throw CommandFailure(
        .inputMissing,
        "the journal has no job \(ValueText.quoted(word))\n`modelrun jobs` lists them.")
    }
    guard found.count == 1 else {
      throw CommandFailure(
        .usage, "\(ValueText.quoted(word)) is the beginning of \(found.count) jobs of the journal")
    }
    return first
  }

  /// The commands that decide what becomes of a job whose submission is unknown.
  static func resolutions(for entry: JobJournal.Entry) -> String {
    let command = "modelrun recover \(entry.id.prefix(12))"
    return """
      It may be charged. Look at the account's list of jobs, then decide:
        \(command) --adopt JOBID   the job is there, with this ID
        \(command) --resubmit      it isn't there: let the next call submit it again
        \(command) --abandon       give it up
      """
  }
}
