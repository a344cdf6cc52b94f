/// Why a text is no JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence without the place.
  public let message: String
  /// The byte at which reading stopped.
  public let offset: Int
  public let place: SourcePlace

  public var description: String { "\(place.line):\(place.column): \(message)" }

  init(_ message: String, at offset: Int, place: SourcePlace) {
    self.message = message
    self.offset = offset
    self.place = place
  }
}
