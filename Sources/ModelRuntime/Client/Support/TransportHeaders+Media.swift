import ModelTransport

extension TransportHeaders {
  /// What a media file is asked for with, wherever it lies: never with the token, and without
  /// compression, so that ranges and sizes are those of the file itself.
  static var forMedia: TransportHeaders {
    ["Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": ServiceConnection.userAgent]
  }
}
