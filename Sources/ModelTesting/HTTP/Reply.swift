/// What a connection is told to do with a request.
struct Reply {
  enum Ending { case keep, close, reset }

  /// For the wire, as they are.
  var bytes: [UInt8]
  /// How long to wait before the first byte.
  var delay = Duration.zero
  /// What becomes of the connection after the last.
  var ending = Ending.keep
}
