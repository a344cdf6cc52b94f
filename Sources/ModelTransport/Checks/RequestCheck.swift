extension TransportRequest {
  /// Checks whether the request may be sent. Every transport calls it first, so a refused request has
  /// sent nothing.
  ///
  /// - Throws: ``TransportError`` of the kind `.invalidRequest` for an odd URL, `http` where it isn't
  ///   allowed, or a header that would end its line early or that the transport writes itself.
  public func check() throws(TransportError) {
    _ = try checkedOrigin()
  }

  /// The same check, with what it found out about the URL.
  package func checkedOrigin() throws(TransportError) -> HTTPOrigin {
    let origin = try HTTPOrigin(of: url)
    if !origin.isEncrypted {
      switch plainHTTP {
      case .anyHost: break
      case .loopbackOnly where origin.isLoopback: break
      case .loopbackOnly: throw .invalid("plain http is only allowed to this machine; use https")
      case .refused: throw .invalid("plain http isn't allowed; use https")
      }
    }
    if reach == .publicAddresses, let reason = origin.privateHost { throw .invalid(reason) }
    guard HeaderRules.isToken(method.rawValue) else {
      throw .invalid("the method isn't a valid token")
    }
    guard maximumBodyBytes >= 0 else { throw .invalid("the maximum body size is negative") }
    if body != nil, method.onlyReads { throw .invalid("a \(method) request can't have a body") }
    for field in headers { try HeaderRules.check(field) }
    return origin
  }
}

enum HeaderRules {
  /// Names that decide where a message ends or which way it takes. Letting a caller set them would
  /// let a value from outside cut one request into two.
  private static let ownedByTransport: Set<String> = [
    "host", "content-length", "transfer-encoding", "connection", "keep-alive", "upgrade", "te",
    "trailer", "expect", "proxy-authorization", "proxy-connection", "proxy-authenticate",
  ]

  static func check(_ field: TransportHeader) throws(TransportError) {
    guard isToken(field.name) else { throw .invalid("a header's name isn't a valid token") }
    guard !ownedByTransport.contains(field.name.lowercased()) else {
      throw .invalid("the header \(field.name) is set by the transport")
    }
    let isClean = field.value.utf8.allSatisfy { $0 == 9 || ($0 >= 32 && $0 != 127) }
    guard isClean else {
      throw .invalid("the header \(field.name) contains a line break or another control character")
    }
  }

  static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(\.isTokenByte)
  }
}
