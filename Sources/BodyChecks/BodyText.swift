public import JSONTree
public import ToolSupport

/// A JSON text that somebody handed to a tool, with a name for messages about it.
public struct BodyText: Sendable {
  /// A path, or a word for what has none.
  public let origin: String
  public let bytes: [UInt8]

  /// A text that stands on the command line itself.
  public init(_ text: String, from origin: String) {
    self.origin = origin
    bytes = Array(text.utf8)
  }

  /// - Parameter path: A file, or `-` for standard input.
  public init(reading path: String) throws(CommandFailure) {
    origin = path == "-" ? "standard input" : path
    do {
      bytes = path == "-" ? try Files.readStandardInput() : try Files.read(path)
    } catch {
      throw CommandFailure(error.isMissing ? .inputMissing : .badInput, error.description)
    }
  }

  public func parse() throws(CommandFailure) -> JSONDocument {
    do {
      return try JSONDocument(parsing: bytes)
    } catch {
      throw CommandFailure(.badInput, "\(origin):\(error)")
    }
  }
}
