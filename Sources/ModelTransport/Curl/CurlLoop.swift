#if os(Linux)
  import CLibcurl

  /// One thread that runs all transfers of a transport. Tasks put commands into its inbox and wake
  /// it; nothing else is shared with it.
  final class CurlLoop: Sendable {
    enum Command: Sendable {
      case start(CurlJob)
      /// Ends the exchange wherever it stands; without effect once it has ended.
      case cancel(CurlJob)
      /// Lets a transfer deliver again that was told `.full`.
      case resume(CurlJob)
    }

    private struct Inbox {
      var commands: [Command] = []
      /// The error for new requests once the loop takes no more.
      var refusal: TransportError?
      var processIsEnding = false
      /// Present while the thread waits on it. Only `wakeup` is called on it from elsewhere, and
      /// only under the lock, so it can't be freed meanwhile.
      var multi: OpaquePointer?
    }

    private let library: CurlLibrary
    private let inbox = Locked(Inbox())

    init(library: CurlLibrary, options: TransportOptions) throws(TransportError) {
      self.library = library
      let inbox = inbox
      let stop = { @Sendable in
        inbox.withLock { inbox in
          inbox.processIsEnding = true
          Self.close(&inbox, CurlThreads.processIsEnding, library)
        }
      }
      try CurlThreads.shared.start(stop: stop) { id in
        Self.run(library: library, options: options, inbox: inbox, thread: id)
      }
    }

    deinit {
      let library = library
      inbox.withLock { Self.close(&$0, .cancelled(nothingSent: true), library) }
    }

    func post(_ command: Command) {
      let refusal = inbox.withLock { inbox -> TransportError? in
        if let refusal = inbox.refusal { return refusal }
        inbox.commands.append(command)
        if let multi = inbox.multi { _ = clc_multi_wakeup(library.functions, multi) }
        return nil
      }
      if let refusal, case .start(let job) = command { job.channel.finish(refusal) }
    }

    private static func close(
      _ inbox: inout Inbox, _ refusal: TransportError, _ library: CurlLibrary
    ) {
      inbox.refusal = inbox.refusal ?? refusal
      if let multi = inbox.multi { _ = clc_multi_wakeup(library.functions, multi) }
    }

    private static func run(
      library: CurlLibrary, options: TransportOptions, inbox: Locked<Inbox>, thread: Int
    ) {
      guard let multi = clc_multi_new(library.functions) else {
        return refuseAll(inbox)
      }
      inbox.withLock { $0.multi = multi }
      let worker = CurlWorker(library: library, multi: multi, options: options)
      while let commands = take(from: inbox, thread) {
        worker.turn(commands)
        worker.wait()
      }
      worker.close()
      inbox.withLock { $0.multi = nil }
      clc_multi_free(library.functions, multi)
    }

    /// Returns the commands since the last call, or `nil` if the transport is gone. Doesn't return
    /// if the process is ending.
    private static func take(from inbox: Locked<Inbox>, _ thread: Int) -> [Command]? {
      let (commands, processIsEnding) = inbox.withLock { inbox -> ([Command]?, Bool) in
        guard inbox.refusal == nil else { return (nil, inbox.processIsEnding) }
        defer { inbox.commands.removeAll(keepingCapacity: true) }
        return (inbox.commands, false)
      }
      if processIsEnding { CurlThreads.shared.park(thread) }
      return commands
    }

    private static func refuseAll(_ inbox: Locked<Inbox>) {
      let refusal = TransportError(.unavailable, "libcurl is out of memory", nothingSent: true)
      let commands = inbox.withLock { inbox in
        inbox.refusal = refusal
        defer { inbox.commands = [] }
        return inbox.commands
      }
      for case .start(let job) in commands { job.channel.finish(refusal) }
    }
  }
#endif
