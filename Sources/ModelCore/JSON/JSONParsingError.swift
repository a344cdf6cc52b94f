/// An error thrown when a text isn't valid JSON.
public struct JSONParsingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A description of the problem, without its position.
  public let message: String
  /// The offset of the byte at which parsing stopped.
  public let offset: Int
  /// The line and column at which parsing stopped.
  package let place: SourcePlace

  /// The line at which parsing stopped, counted from 1.
  public var line: Int { place.line }
  /// The column at which parsing stopped, counted from 1 in Unicode scalars.
  public var column: Int { place.column }

  /// The position and the problem: `2:14: expected ',' or '}'`.
  public var description: String { "\(line):\(column): \(message)" }

  init(_ message: String, at offset: Int, place: SourcePlace) {
    self.message = message
    self.offset = offset
    self.place = place
  }
}
