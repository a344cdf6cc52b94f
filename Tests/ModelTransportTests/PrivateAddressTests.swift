import ModelTransport
import RawServer
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A request for an untrusted URL must not reach the network that the program runs in.
@Suite("Private addresses", .timeLimit(.minutes(2))) struct PrivateAddressTests {
  @Test(
    "Private addresses are detected",
    arguments: [
      "0.0.0.0", "10.255.0.1", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.31.255.255",
      "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.19.0.1", "198.51.100.9", "203.0.113.1",
      "224.0.0.251", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::127.0.0.1",
      "64:ff9b::a00:1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1",
      "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1",
    ])
  func isPrivate(_ text: String) { #expect(NetworkAddress(text)?.isPublic == false) }

  @Test(
    "Public addresses are allowed",
    arguments: [
      "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.0.1", "100.128.0.1", "172.15.0.1",
      "172.32.0.1", "192.0.1.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111",
      "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
    ])
  func isPublic(_ text: String) { #expect(NetworkAddress(text)?.isPublic == true) }

  @Test(
    "Unusual spellings of addresses are rejected",
    arguments: ["", "127.1", "0x7f.0.0.1", "127.0.0.01", "[127.0.0.1]", "example.com", "[::1", "1"])
  func spelling(_ text: String) { #expect(NetworkAddress(text) == nil) }

  @Test(
    "A private host is refused before connecting",
    arguments: [
      "https://127.0.0.1/", "https://[::1]/", "https://localhost/", "https://LOCALHOST./",
      "https://a.localhost/", "https://printer.local/", "https://127.1/", "https://0x7f000001/",
      "https://2130706433/", "https://127.0.0.1./", "https://metadata.google.internal/",
    ])
  func hosts(_ url: String) {
    #expect(throws: TransportError.self) {
      try TransportRequest(.get, url, reach: .publicAddresses).check()
    }
    #expect(throws: Never.self) { try TransportRequest(.get, url).check() }
  }

  @Test(
    "Hosts that may be public are allowed",
    arguments: [
      "https://example.com/", "https://8.8.8.8/", "https://[2606:4700::1111]/", "https://3d.a/",
    ])
  func others(_ url: String) throws {
    try TransportRequest(.get, url, reach: .publicAddresses).check()
  }

  #if os(Linux)
    /// A name of this machine that its spelling doesn't give away.
    static var ownName: String? {
      var name = [CChar](repeating: 0, count: 256)
      guard gethostname(&name, name.count - 1) == 0 else { return nil }
      let text = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      var found: UnsafeMutablePointer<addrinfo>?
      guard !text.isEmpty, text != "localhost", getaddrinfo(text, nil, nil, &found) == 0 else {
        return nil
      }
      freeaddrinfo(found)
      return text
    }

    @Test(
      "A name that resolves to a private address isn't reached, even over an open connection",
      .enabled(if: ownName != nil))
    func names() async throws {
      let name = try #require(Self.ownName)
      let server = try RawServer { connection in
        while connection.readRequest() != nil { connection.answer() }
      }
      let transport = try CurlTransport()
      var request = TransportRequest(.get, "http://\(name):\(server.port)/", plainHTTP: .anyHost)
      // Where the name leads to another address than the server's, nothing is open, which is as
      // good for what follows.
      let isOpen = (try? await transport.send(request)) != nil
      request.reach = .publicAddresses
      let error = try await failure { [request] () throws(TransportError) in
        try await transport.send(request)
      }
      #expect(error.kind == .invalidRequest && error.nothingSent, "\(error)")
      #expect(error.message.contains("private network"))
      #expect(server.requests.count == (isOpen ? 1 : 0))
    }
  #endif
}
