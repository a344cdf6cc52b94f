import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The signals that ask a process to end: Ctrl-C at its terminal, the end of the terminal, and the
/// request of another program.
enum InterruptSignal {
  /// How long a process has that others want to end, before it is ended by force. Container
  /// runtimes leave it ten seconds.
  private static var systemPatience: DispatchTimeInterval { .seconds(9) }

  /// Passes the signals to the interrupts from now on. A signal that the process was started to
  /// ignore, as shells do for what runs in the background and `nohup` for the end of the terminal,
  /// stays ignored.
  ///
  /// - Returns: A value to keep for as long as the signals are wanted.
  static func watch(_ interrupts: Interrupts) -> any Sendable {
    let queue = DispatchQueue(label: "interrupts")
    return [SIGINT, SIGTERM, SIGHUP].compactMap { number in
      watch(number, on: queue) {
        interrupts.raise(number == SIGINT ? .user : .system)
        guard number != SIGINT else { return }
        queue.asyncAfter(deadline: .now() + systemPatience) { interrupts.leaveNow() }
      }
    }
  }

  private static func watch(
    _ number: Int32, on queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void
  ) -> Watch? {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0, !isIgnored(action) else { return nil }
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
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
