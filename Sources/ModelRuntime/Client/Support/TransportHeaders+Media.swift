import ModelTransport

extension TransportHeaders {
  /// The header fields of a request for a media file: without the token, and without compression,
  /// so that ranges and sizes are those of the file.
  static var forMedia: TransportHeaders {
    ["Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": ServiceConnection.userAgent]
  }
}
