import ModelRuntime

/// The command that resumes a job, ready to be pasted into a shell.
struct ResumeCommand: Sendable {
  /// The folder for outputs, if one was given.
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
