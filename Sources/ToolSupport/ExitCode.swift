/// How a command ends; the numbers are those of sysexits where it has one.
public enum ExitCode: Int32, Sendable, Error {
  case done = 0
  /// A check found something.
  case found = 1
  /// Whether a job was submitted is unknown.
  case submissionUnknown = 3
  case usage = 64
  case badInput = 65
  case inputMissing = 66
  case unavailable = 69
  case internalError = 70
  case cannotWrite = 74
  case temporary = 75
  case token = 77
  /// The account has no balance left.
  case noBalance = 78
  case interrupted = 130
}

/// An end with a message, for whatever stops a command.
public struct CommandFailure: Error, Sendable, CustomStringConvertible {
  public let code: ExitCode
  /// What happened and what to do; without the word "error".
  public let message: String

  public init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
