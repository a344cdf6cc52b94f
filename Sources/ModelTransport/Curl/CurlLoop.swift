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
      case goOn(CurlJob)
    }

    private struct Inbox {
      var commands: [Command] = []
      var isClosed = false
      /// Present while the thread waits on it. Only `wakeup` is called on it from elsewhere, and
      /// only under the lock, so it can't be freed meanwhile.
      var multi: OpaquePointer?
    }

    private let library: CurlLibrary
    private let inbox = Locked(Inbox())

    init(library: CurlLibrary, options: TransportOptions) throws(TransportError) {
      self.library = library
      let inbox = inbox
      let started = BackgroundThread.start {
        Self.run(library: library, options: options, inbox: inbox)
      }
      guard started else {
        throw TransportError(.unavailable, "The system has no thread left", nothingSent: true)
      }
    }

    deinit {
      let library = library
      inbox.withLock { inbox in
        inbox.isClosed = true
        if let multi = inbox.multi { _ = clc_multi_wakeup(library.functions, multi) }
      }
    }

    func post(_ command: Command) {
      let isClosed = inbox.withLock { inbox in
        guard !inbox.isClosed else { return true }
        inbox.commands.append(command)
        if let multi = inbox.multi { _ = clc_multi_wakeup(library.functions, multi) }
        return false
      }
      if isClosed, case .start(let job) = command {
        job.channel.finish(
          TransportError(.unavailable, "libcurl has no memory left", nothingSent: true))
      }
    }

    private static func run(
      library: CurlLibrary, options: TransportOptions, inbox: Locked<Inbox>
    ) {
      guard let multi = clc_multi_new(library.functions) else {
        return refuseAll(inbox)
      }
      inbox.withLock { $0.multi = multi }
      let worker = CurlWorker(library: library, multi: multi, options: options)
      while let commands = take(from: inbox) {
        worker.turn(commands)
        worker.wait()
      }
      worker.close()
      inbox.withLock { $0.multi = nil }
      clc_multi_free(library.functions, multi)
    }

    /// What was asked since the last time; nil when the transport is gone.
    private static func take(from inbox: Locked<Inbox>) -> [Command]? {
      inbox.withLock { inbox in
        guard !inbox.isClosed else { return nil }
        defer { inbox.commands.removeAll(keepingCapacity: true) }
        return inbox.commands
      }
    }

    private static func refuseAll(_ inbox: Locked<Inbox>) {
      let commands = inbox.withLock { inbox in
        inbox.isClosed = true
        defer { inbox.commands = [] }
        return inbox.commands
      }
      for case .start(let job) in commands {
        job.channel.finish(
          TransportError(.unavailable, "libcurl has no memory left", nothingSent: true))
      }
    }
  }
#endif
