public import ModelSchema

/// An error thrown if a mock service can't be started or its fault script can't be read.
public enum MockFailure: Error, Sendable {
  /// Another program listens on the port.
  case portInUse(UInt16)
  /// There is nothing to serve.
  case noModels(String)
  /// The fault script isn't valid, with all of its problems.
  case script([Diagnostic])
  /// A call of the system failed.
  case system(String)
}

extension MockFailure: CustomStringConvertible {
  /// The problem, and advice on what to do.
  public var description: String {
    switch self {
    case .portInUse(let port):
      "port \(port) is in use; choose another one, or 0 for any free port"
    case .noModels(let reason): reason
    case .script(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
    case .system(let reason): "the mock service can't run: \(reason)"
    }
  }
}
