import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The signal that a terminal sends for Ctrl-C.
enum InterruptSignal {
  /// Passes the signal on from now on. A process that was started to ignore it, as shells start
  /// those in the background, goes on ignoring it.
  ///
  /// - Returns: What must be kept for as long as the signal is wanted.
  static func watch(_ handler: @escaping @Sendable () -> Void) -> (any Sendable)? {
    var action = sigaction()
    guard sigaction(SIGINT, nil, &action) == 0, !isIgnored(action) else { return nil }
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(
      signal: SIGINT, queue: DispatchQueue(label: "interrupts"))
    source.setEventHandler(handler: handler)
    source.resume()
    return Watch(source: source)
  }

  /// Unchecked `Sendable` is sound: a source is only kept here, and never touched again.
  private struct Watch: @unchecked Sendable {
    let source: any DispatchSourceSignal
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
