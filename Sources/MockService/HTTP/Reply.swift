/// Instructions for a connection that received a request.
struct Reply {
  enum Ending { case keep, close, reset }

  /// For the wire, as they are.
  var bytes: [UInt8]
  /// The delay before the first byte.
  var delay = Duration.zero
  /// The fate of the connection after the last byte.
  var ending = Ending.keep
}
