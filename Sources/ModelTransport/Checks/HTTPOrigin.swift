/// Scheme, host and port of a URL: who a token goes to, and what shares connections.
///
/// Read strictly. A URL that two programs could read differently (a user part, a backslash, odd
/// characters in the host) is refused, since then the check and the connection could differ.
package struct HTTPOrigin: Hashable, Sendable, CustomStringConvertible {
  package let isEncrypted: Bool
  /// Lower case; an IPv6 address keeps its brackets.
  package let host: String
  package let port: Int

  package init(of url: String) throws(TransportError) {
    guard let odd = url.utf8.first(where: { !Self.isURLByte($0) }) else {
      self = try Self.read(url)
      return
    }
    throw .invalid("the URL contains the byte \(odd), which must be percent-encoded")
  }

  private init(isEncrypted: Bool, host: String, port: Int) {
    self.isEncrypted = isEncrypted
    self.host = host
    self.port = port
  }

  package var description: String { "\(isEncrypted ? "https" : "http")://\(host):\(port)" }

  /// The machine itself, spelled in one of the ways that cannot mean anything else.
  package var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
  }

  private static func read(_ url: String) throws(TransportError) -> Self {
    guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else {
      throw .invalid("the URL isn't absolute")
    }
    let isEncrypted: Bool
    switch url[..<colon].lowercased() {
    case "https": isEncrypted = true
    case "http": isEncrypted = false
    case let scheme: throw .invalid("the URL's scheme is \(scheme); expected https or http")
    }
    let rest = url[colon...].dropFirst(3)
    let authority = rest.prefix { !"/?#".contains($0) }
    guard !authority.contains("@") else { throw .invalid("the URL contains a user or password") }
    let (host, port) = try split(authority)
    return Self(isEncrypted: isEncrypted, host: host, port: port ?? (isEncrypted ? 443 : 80))
  }

  private static func split(_ authority: Substring) throws(TransportError) -> (String, Int?) {
    var host = authority
    var port: Int?
    let afterAddress = authority.lastIndex(of: "]") ?? authority.startIndex
    if let colon = authority[afterAddress...].lastIndex(of: ":") {
      host = authority[..<colon]
      let digits = authority[colon...].dropFirst()
      guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits),
        (1...65_535).contains(number)
      else { throw .invalid("the URL's port isn't a number from 1 to 65535") }
      port = number
    }
    let isAddress = host.hasPrefix("[") && host.hasSuffix("]") && host.count > 2
    let inner = isAddress ? host.dropFirst().dropLast() : host
    let allowed = isAddress ? Self.isAddressByte : Self.isNameByte
    guard !inner.isEmpty, inner.utf8.allSatisfy(allowed) else {
      throw .invalid("the URL's host is empty or contains a character that isn't valid in a host")
    }
    return (host.lowercased(), port)
  }

  private static func isURLByte(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !#"\"<>^`{|}"#.utf8.contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...58, 65...70, 97...102, UInt8(ascii: "."): true
    default: false
    }
  }
}
