public import ModelSchema

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Why a mock service can't be started, or its fault script can't be read.
public enum MockFailure: Error, Sendable, Hashable {
  /// Another program listens on the port.
  case portInUse(UInt16)
  /// There is nothing to serve.
  case noModels(String)
  /// What is wrong with a fault script, all of it.
  case script([Diagnostic])
  /// A call of the system failed.
  case system(String)
}

extension MockFailure: CustomStringConvertible, LocalizedError {
  /// The message of the error.
  public var errorDescription: String? { description }

  /// A description of the problem and of what to do.
  public var description: String {
    switch self {
    case .portInUse(let port):
      "port \(port) is in use; choose another, or 0 for any that is free"
    case .noModels(let reason): reason
    case .script(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
    case .system(let reason): "the mock service can't run: \(reason)"
    }
  }
}
