package import ModelSchema

/// The exit code of a command, with the numbers of sysexits where there is one.
public enum ExitCode: Int32, Sendable, Error {
  case done = 0
  /// A check found something.
  case found = 1
  /// It is unknown whether a job was submitted.
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
  /// The problem and advice, without the word "error".
  public let message: String
  /// The diagnostics to print before the message.
  package private(set) var diagnostics: [Diagnostic] = []

  public init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The end of a command for an error that a library threw.
  package init(describing error: any Error) {
    switch error {
    case let error as CommandFailure: self = error
    case let error as ModelFilesError: self.init(error)
    case let error as FileError:
      self.init(error.isMissing ? .inputMissing : .badInput, error.description)
    default: self.init(.internalError, "\(error)")
    }
  }

  private init(_ error: ModelFilesError) {
    var advice = ""
    switch error {
    case .noFolder: advice = "; give the folder of the model files with --schemas"
    case .unknownModel(_, nearest: []): advice = "; `modelgen models` lists them"
    case .unreadable(_, let found): diagnostics = found.filter { $0.severity == .error }
    case .folder, .noModelFiles, .brokenModel, .unknownModel: break
    }
    code = error.isMissing ? .inputMissing : .badInput
    message = error.description + advice
  }

  public var description: String { message }
}
