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
  /// The time until a process that was asked to end is killed. Container runtimes wait ten seconds.
  private static var systemPatience: DispatchTimeInterval { .seconds(9) }

  /// The pipe to which a signal handler writes the number of the signal. A signal source of
  /// Dispatch would lose signals that arrive before it is registered, and on Linux some of those
  /// that the main thread receives.
  private static let pipe = SignalPipe()

  /// Passes the signals to the interrupts from now on. A signal that the process was started to
  /// ignore, as shells do for what runs in the background and `nohup` for the end of the terminal,
  /// stays ignored.
  ///
  /// - Returns: A value to keep for as long as the signals are wanted; nil where the system has no
  ///   descriptors left, so that signals end the process as they always do.
  static func watch(_ interrupts: Interrupts) -> (any Sendable)? {
    guard pipe.isOpen else { return nil }
    let queue = DispatchQueue(label: "interrupts")
    let source = DispatchSource.makeReadSource(fileDescriptor: pipe.readEnd, queue: queue)
    source.setEventHandler {
      for number in pipe.numbers() {
        interrupts.raise(number == SIGINT ? .user : .system)
        guard number != SIGINT else { continue }
        queue.asyncAfter(deadline: .now() + systemPatience) { interrupts.leaveNow() }
      }
    }
    source.resume()
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      signal(number) { InterruptSignal.pipe.write($0) }
    }
    return Watch(source: source)
  }

  /// Unchecked `Sendable` is sound: a source is only kept here, and never touched again.
  private struct Watch: @unchecked Sendable {
    let source: any DispatchSourceRead
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return true }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// Carries the numbers of signals out of their handlers, where hardly anything may be done.
private struct SignalPipe: Sendable {
  let readEnd: Int32
  private let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      }
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  var isOpen: Bool { readEnd >= 0 }

  /// Safe in a handler of signals.
  func write(_ number: Int32) {
    let code = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = writeSome(writeEnd, &byte)
    errno = code
  }

  /// The signals that have come since the last call.
  func numbers() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(readEnd, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }
}

/// `write` under a name that the pipe's own method doesn't hide.
private func writeSome(_ descriptor: Int32, _ byte: UnsafeRawPointer) -> Int {
  write(descriptor, byte, 1)
}
