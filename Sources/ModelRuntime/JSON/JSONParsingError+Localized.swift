public import ModelCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension JSONParsingError: LocalizedError {
  /// The position and the problem, for an alert: `line 2, column 14: expected ',' or '}'`.
  public var errorDescription: String? { "line \(line), column \(column): \(message)" }
}
