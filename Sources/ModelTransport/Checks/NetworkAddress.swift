#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An IP address, and whether it is one of the public internet.
///
/// What isn't public is the caller's own network: a URL from elsewhere must not make a program look
/// around there. The list is the one of the IANA's special-purpose registries; whatever a public
/// address may carry inside it (IPv4 in IPv6) is judged by what it carries.
package struct NetworkAddress: Sendable, Hashable {
  private let bytes: [UInt8]

  /// - Parameter bytes: 4 or 16 of them, as they go over the wire.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads an address in its plain spelling, an IPv6 one with or without brackets.
  package init?(_ text: String) {
    var bytes = [UInt8](repeating: 0, count: 16)
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let inner = isBracketed ? String(text.dropFirst().dropLast()) : text
    if !isBracketed, inet_pton(AF_INET, inner, &bytes) == 1 {
      self.bytes = Array(bytes.prefix(4))
    } else if inet_pton(AF_INET6, inner, &bytes) == 1 {
      self.bytes = bytes
    } else {
      return nil
    }
  }

  package var isPublic: Bool {
    if bytes.count == 4 { return Self.isPublic(bytes[...]) }
    // IPv4-mapped, and the well-known prefix for translation.
    if has([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
      || has([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0])
    {
      return Self.isPublic(bytes[12...])
    }
    if has([0x20, 0x02]) { return Self.isPublic(bytes[2..<6]) }
    let isGlobal = bytes[0] & 0xE0 == 0x20
    let isSpecial = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 0x02
    let isExample = has([0x20, 0x01, 0x0D, 0xB8]) || has([0x3F, 0xFF]) && bytes[2] < 0x10
    return isGlobal && !isSpecial && !isExample
  }

  private func has(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }

  private static func isPublic(_ bytes: ArraySlice<UInt8>) -> Bool {
    let value = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return !special.contains { value >> (32 - $0.length) == $0.network >> (32 - $0.length) }
  }

  private static let special: [(network: UInt32, length: UInt32)] = [
    (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
    (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16),
    (0xC612_0000, 15), (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 4), (0xF000_0000, 4),
  ]
}

extension HTTPOrigin {
  /// The reason this can't be a public host, judged by its spelling alone, or `nil` if it may be
  /// one. The transport checks the addresses that a name resolves to.
  package var privateHost: String? {
    if let address = NetworkAddress(host) {
      return address.isPublic ? nil : "\(host) is an address of a private network"
    }
    let labels = host.split(separator: ".")
    guard let last = labels.last else { return "\(host) isn't a host" }
    if ["localhost", "local", "internal"].contains(last) {
      return "\(host) is a name of a private network"
    }
    // Systems read `127.1`, `0x7f000001` and `2130706433` as addresses too.
    if last.utf8.first.map({ (48...57).contains($0) }) ?? false {
      return "\(host) is an address in a nonstandard notation"
    }
    return nil
  }
}
