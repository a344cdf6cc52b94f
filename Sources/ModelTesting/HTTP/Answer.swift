import ModelCore

/// A response before it is encoded.
struct Answer {
  var status: Int
  var headers: [(name: String, value: String)]
  var body: [UInt8]

  init(_ status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  init(_ status: Int = 200, json: JSONObject) {
    var writer = JSONWriter()
    writer.value(json)
    self.init(status, headers: [("Content-Type", "application/json")], body: writer.bytes)
  }

  /// The bytes for the wire.
  ///
  /// - Parameters:
  ///   - saysKeepAlive: What HTTP/1.1 takes for granted must be said to older clients.
  ///   - withBody: False for an answer to `HEAD`, which has the head of an answer to `GET`.
  func wire(keepsAlive: Bool, saysKeepAlive: Bool = false, withBody: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256 + (withBody ? body.count : 0))
    bytes += "HTTP/1.1 \(status) \(StatusText.of(status))\r\n".utf8
    var isFramed = status == 204 || status == 304 || status < 200
    let hasBody = withBody && !isFramed
    for (name, value) in headers {
      bytes += "\(name): \(value)\r\n".utf8
      isFramed = isFramed || Self.framing.contains(name.lowercased())
    }
    if !isFramed { bytes += "Content-Length: \(body.count)\r\n".utf8 }
    if !keepsAlive { bytes += "Connection: close\r\n".utf8 }
    if keepsAlive, saysKeepAlive { bytes += "Connection: keep-alive\r\n".utf8 }
    bytes += "\r\n".utf8
    if hasBody { bytes += body }
    return bytes
  }

  /// Headers that are left out if a fault sends a wrong length instead.
  private static let framing = ["content-length", "transfer-encoding"]
}

/// The words beside a status, for people who read the wire.
enum StatusText {
  static func of(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 202: "Accepted"
    case 206: "Partial Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 307: "Temporary Redirect"
    case 308: "Permanent Redirect"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 402: "Payment Required"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 408: "Request Timeout"
    case 413: "Content Too Large"
    case 416: "Range Not Satisfiable"
    case 422: "Unprocessable Content"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 505: "HTTP Version Not Supported"
    default: "Status"
    }
  }
}

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
