#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Threads of our own, for work that blocks and therefore must stay out of Swift's thread pool.
package enum BackgroundThread {
  /// Runs `body` on a new thread. False when the system has no thread left.
  ///
  /// The thread leaves signals to the others. Above all SIGPIPE: a write to a connection that the
  /// peer closed would otherwise end the whole process.
  ///
  /// - Parameter isJoinable: The thread's resources are kept until ``Handle/join()``.
  package static func start(
    stackBytes: Int = 512 << 10, isJoinable: Bool = false, _ body: @escaping @Sendable () -> Void
  ) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackBytes)
    pthread_attr_setdetachstate(
      &attributes, Int32(isJoinable ? PTHREAD_CREATE_JOINABLE : PTHREAD_CREATE_DETACHED))

    let box = Unmanaged.passRetained(ThreadBody(run: body))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let failure = pthread_create(&thread, &attributes, runThreadBody, box.toOpaque())
    if failure != 0 { box.release() }
    return failure == 0
  }

  /// A thread of the system.
  ///
  /// Unchecked `Sendable` is sound: the system's handle is a value that every thread may use.
  package struct Handle: @unchecked Sendable, Equatable {
    private let thread: pthread_t

    package static var current: Handle { Handle(thread: pthread_self()) }

    /// Waits until a joinable thread has ended. Call it once only.
    package func join() { pthread_join(thread, nil) }

    package static func == (left: Handle, right: Handle) -> Bool {
      pthread_equal(left.thread, right.thread) != 0
    }
  }
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

#if canImport(Darwin)
  private typealias ThreadContext = UnsafeMutableRawPointer
#else
  private typealias ThreadContext = UnsafeMutableRawPointer?
#endif

private func runThreadBody(_ context: ThreadContext) -> UnsafeMutableRawPointer? {
  var signals = sigset_t()
  sigfillset(&signals)
  for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&signals, fault) }
  pthread_sigmask(SIG_BLOCK, &signals, nil)
  let given: UnsafeMutableRawPointer? = context
  if let given { Unmanaged<ThreadBody>.fromOpaque(given).takeRetainedValue().run() }
  return nil
}
