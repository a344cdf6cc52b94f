#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Accepts TLS connections and passes what they carry to a port of this machine, byte for byte:
///
///     tls-relay CERTIFICATE KEY PORT
///
/// Prints the port that it listens on, and runs until it is killed.
@main
struct TLSRelay {
  static func main() {
    let words = CommandLine.arguments
    guard words.count == 4, let target = UInt16(words[3]) else { fail("three arguments expected") }
    signal(SIGPIPE, SIG_IGN)
    guard let library = TLSLibrary() else { fail("libssl can't be opened") }
    guard let context = library.context(certificate: words[1], key: words[2]) else {
      fail("the certificate or its key can't be read")
    }
    let listener = newSocket()
    var address = loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> UInt16 in
        guard bind(listener, address, size) == 0, listen(listener, 1_024) == 0,
          getsockname(listener, address, &size) == 0
        else { fail("can't listen") }
        return pointer.pointee.sin_port.bigEndian
      }
    }
    print(port)
    fflush(nil)
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { continue }
      let relay = Relay(library: library, context: context, client: client, target: target)
      start { relay.run() }
    }
  }

  /// One connection after the other would keep a client waiting that holds several.
  private static func start(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Box(body)).toOpaque()
    let failure = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, context)
    if failure == 0 { pthread_detach(thread) }
  }

  private static func fail(_ words: String) -> Never {
    let line = Array("tls-relay: \(words)\n".utf8)
    _ = write(2, line, line.count)
    exit(1)
  }
}

func newSocket() -> Int32 { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }

func loopback(port: UInt16) -> sockaddr_in {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  return address
}
