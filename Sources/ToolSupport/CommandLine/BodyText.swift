package import ModelCore

/// A JSON text that somebody handed to a tool, with a name for messages about it.
package struct BodyText: Sendable {
  /// A path, or a word for what has none.
  package let origin: String
  package let bytes: [UInt8]

  /// A text that stands on the command line itself.
  package init(_ text: String, from origin: String) {
    self.origin = origin
    bytes = Array(text.utf8)
  }

  /// - Parameter path: A file, or `-` for standard input.
  package init(reading path: String) throws(CommandFailure) {
    origin = path == "-" ? "standard input" : path
    do {
      bytes = path == "-" ? try Files.readStandardInput() : try Files.read(path)
    } catch {
      throw CommandFailure(error.isMissing ? .inputMissing : .badInput, error.description)
    }
  }

  package func parse() throws(CommandFailure) -> JSONDocument {
    do {
      return try JSONDocument(parsing: bytes)
    } catch {
      throw CommandFailure(.badInput, "\(origin):\(error)")
    }
  }
}
