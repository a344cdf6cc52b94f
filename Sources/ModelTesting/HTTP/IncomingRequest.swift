import ModelTransport

/// A request that has come whole.
struct IncomingRequest {
  var head: RequestHead
  var body: [UInt8]
}

/// The lines before a request's body.
struct RequestHead {
  let method: String
  /// Still with its escapes.
  let path: String
  /// The query string after the question mark, still percent-encoded.
  let query: String
  /// Names in lower case.
  let headers: [(name: String, value: String)]
  let isHTTP10: Bool

  /// The first value under this name, given in lower case.
  subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// Every value under a name that may hold a list, in lower case.
  func words(_ name: String) -> [String] {
    headers.filter { $0.name == name }.flatMap { header in
      header.value.split(separator: ",").map { String($0.lowercased().trimmingBlanks) }
    }
  }

  var keepsAlive: Bool {
    let words = words("connection")
    return isHTTP10 ? words.contains("keep-alive") : !words.contains("close")
  }

  var expectsContinue: Bool { !isHTTP10 && words("expect").contains("100-continue") }
}

/// The reason a request can't be read, with the response to send before the connection is closed.
struct RequestProblem: Error {
  let status: Int
  let message: String

  init(_ status: Int, _ message: String) {
    self.status = status
    self.message = message
  }
}
