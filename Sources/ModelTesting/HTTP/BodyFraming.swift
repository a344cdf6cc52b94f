/// The way in which a request marks the end of its body.
enum BodyFraming: Equatable {
  case length(Int)
  case chunked

  /// Creates the framing that the head describes. A contradictory head is refused, because a proxy
  /// could read it differently.
  init(of head: RequestHead, limit: Int) throws(RequestProblem) {
    let codings = head.words("transfer-encoding")
    let lengths = Set(head.words("content-length"))
    if !codings.isEmpty {
      guard codings == ["chunked"] else {
        throw RequestProblem(501, "the only supported transfer encoding is chunked")
      }
      guard lengths.isEmpty, !head.isHTTP10 else {
        throw RequestProblem(400, "a chunked body can't have a Content-Length or be HTTP/1.0")
      }
      self = .chunked
      return
    }
    guard let text = lengths.first else {
      self = .length(0)
      return
    }
    guard lengths.count == 1, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      throw RequestProblem(400, "the Content-Length must be a single number")
    }
    guard let length = Int(text), length <= limit else { throw Self.tooLarge(limit) }
    self = .length(length)
  }

  static func tooLarge(_ limit: Int) -> RequestProblem {
    RequestProblem(413, "the body is larger than \(limit) bytes")
  }
}
