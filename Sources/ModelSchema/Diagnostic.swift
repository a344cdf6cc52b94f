package import ModelCore

/// Something worth telling about an input: what was wrong, guessed, or not understood, and where.
///
/// Stages collect diagnostics as values; only the command line prints them.
public struct Diagnostic: Sendable, Hashable {
  /// The severity of a diagnostic.
  public enum Severity: String, Sendable, Hashable, Comparable {
    /// Worth knowing, such as a word read as its standard synonym.
    case note
    /// Probably a mistake, or something that can't be expressed; the output is still good.
    case warning
    /// The input, or this part of it, can't be used.
    case error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  public var severity: Severity
  /// The path of the file as its reader was given it.
  public var file: String
  /// Nil where the file as a whole is meant.
  package var place: SourcePlace?
  /// The JSON pointer of the value meant; empty for the root.
  public var pointer: String
  /// The problem, in one sentence without a full stop.
  public var message: String
  /// The suggested fix, or an empty string for none.
  public var fix: String

  package init(
    _ severity: Severity, file: String, place: SourcePlace? = nil, pointer: String = "",
    message: String, fix: String = ""
  ) {
    self.severity = severity
    self.file = file
    self.place = place
    self.pointer = pointer
    self.message = message
    self.fix = fix
  }
}

/// `file:line:column: warning: message; fix`, the form that terminals and editors make clickable.
extension Diagnostic: CustomStringConvertible {
  public var description: String {
    let place = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file)\(place): \(severity.rawValue): \(message)" + (fix.isEmpty ? "" : "; \(fix)")
  }
}
