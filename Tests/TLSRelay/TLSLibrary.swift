#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The functions of the system's libssl that a server needs.
///
/// Unchecked `Sendable` is sound: the functions are looked up once and only read from then on.
final class TLSLibrary: @unchecked Sendable {
  typealias Object = UnsafeMutableRawPointer
  private typealias Make = @convention(c) () -> Object?
  private typealias MakeFrom = @convention(c) (Object?) -> Object?
  private typealias UseFile = @convention(c) (Object, UnsafePointer<CChar>, Int32) -> Int32
  private typealias UseChain = @convention(c) (Object, UnsafePointer<CChar>) -> Int32
  private typealias Attach = @convention(c) (Object, Int32) -> Int32
  private typealias Call = @convention(c) (Object) -> Int32
  private typealias Release = @convention(c) (Object) -> Void
  private typealias Move = @convention(c) (Object, UnsafeMutableRawPointer?, Int32) -> Int32

  private let opened: Object

  init?() {
    let names = ["libssl.so.3", "libssl.so.1.1"]
    guard let opened = names.lazy.compactMap({ dlopen($0, RTLD_NOW) }).first else { return nil }
    self.opened = opened
  }

  private func find<Function>(_ name: String, _ type: Function.Type) -> Function {
    guard let symbol = dlsym(opened, name) else { preconditionFailure("libssl has no \(name)") }
    return unsafeBitCast(symbol, to: type)
  }

  /// Creates a context for connections, or returns `nil` if a file can't be read.
  func context(certificate: String, key: String) -> Int? {
    let method = find("TLS_server_method", Make.self)()
    guard let context = find("SSL_CTX_new", MakeFrom.self)(method),
      find("SSL_CTX_use_certificate_chain_file", UseChain.self)(context, certificate) == 1,
      find("SSL_CTX_use_PrivateKey_file", UseFile.self)(context, key, 1) == 1
    else { return nil }
    return Int(bitPattern: context)
  }

  /// The server's side of a handshake; nil when it fails.
  func accepted(_ context: Int, on socket: Int32) -> Object? {
    let context = Object(bitPattern: context)
    guard let session = find("SSL_new", MakeFrom.self)(context) else { return nil }
    _ = find("SSL_set_fd", Attach.self)(session, socket)
    if find("SSL_accept", Call.self)(session) == 1 { return session }
    release(session)
    return nil
  }

  func hasMore(_ session: Object) -> Bool { find("SSL_pending", Call.self)(session) > 0 }

  /// Ends and releases a session that still works.
  func end(_ session: Object) {
    _ = find("SSL_shutdown", Call.self)(session)
    release(session)
  }

  private func release(_ session: Object) { find("SSL_free", Release.self)(session) }

  func read(_ session: Object, into bytes: UnsafeMutableRawBufferPointer) -> Int {
    Int(find("SSL_read", Move.self)(session, bytes.baseAddress, Int32(bytes.count)))
  }

  /// Writes bytes, and returns `false` if the peer is gone.
  func write(_ session: Object, _ bytes: UnsafeMutableRawBufferPointer) -> Bool {
    let count = find("SSL_write", Move.self)(session, bytes.baseAddress, Int32(bytes.count))
    return Int(count) == bytes.count
  }
}
