import ModelRuntime

/// The command that comes back to a job, ready to be pasted into a shell.
struct ResumeCommand: Sendable {
  /// Where outputs were to go, if somebody said so.
  var output: String?

  func text(for handle: JobHandle) -> String {
    var words = ["modelrun", "wait", handle.jobID]
    if handle.baseURL != ModelClient.defaultBaseURL {
      words += ["--base-url", handle.baseURL.absoluteString]
    }
    if let output { words += ["--output", output] }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }
}
