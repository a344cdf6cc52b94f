import ModelCore
import ToolSupport

/// Something that keeps a request from being sent.
struct Problem: Sendable {
  var issue: ValidationIssue
  /// A Boolean value that indicates whether the request can't be created at all, so that it can't
  /// be sent even without validation.
  var isFatal = false
  /// The exit code, should this be the only problem.
  var code = ExitCode.badInput

  init(
    _ path: IssuePath, _ rule: ValidationRule, value: String = "", _ message: String,
    isFatal: Bool = false, code: ExitCode = .badInput
  ) {
    issue = ValidationIssue(path: path, rule: rule, value: value, message: message)
    self.isFatal = isFatal
    self.code = code
  }

  init(_ issue: ValidationIssue) { self.issue = issue }
}
