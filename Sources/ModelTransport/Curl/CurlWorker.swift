#if os(Linux)
  import CLibcurl

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// The event loop's own part: every libcurl handle lives here, on one thread.
  final class CurlWorker {
    private let library: CurlLibrary
    private let multi: OpaquePointer
    private let options: TransportOptions
    private var running: [OpaquePointer: CurlExchange] = [:]
    private var byChannel: [ObjectIdentifier: CurlExchange] = [:]

    init(library: CurlLibrary, multi: OpaquePointer, options: TransportOptions) {
      self.library = library
      self.multi = multi
      self.options = options
      _ = clc_multi_set_number(
        library.functions, multi, Int(CLC_MULTI_OPT_MAXCONNECTS), options.maximumConnectionsPerHost)
    }

    /// One round: what was asked, what the network brought, then wait for either.
    func turn(_ commands: [CurlLoop.Command]) {
      for command in commands {
        switch command {
        case .start(let job): start(job)
        case .cancel(let job): cancel(job)
        case .resume(let job):
          byChannel[ObjectIdentifier(job.channel)]?.resume()
        }
      }
      _ = clc_multi_perform(library.functions, multi)
      collectFinished()
      endSilent()
    }

    /// Until something happens, or a transfer has been silent for too long. When the system can't wait (no memory, no descriptor), a short
    /// sleep keeps the loop from spinning.
    func wait() {
      let longest = Duration.seconds(60)
      let next = running.values.compactMap(\.silenceEnd).min()
      let left = next.map { SuspendingClock.now.duration(to: $0) } ?? longest
      let milliseconds = Int32(min(left, longest).wholeMilliseconds)
      if clc_multi_poll(library.functions, multi, milliseconds) != 0 { usleep(10_000) }
    }

    private func endSilent() {
      let now = SuspendingClock.now
      for exchange in running.values where exchange.silenceEnd.map({ $0 <= now }) ?? false {
        if let error = exchange.silence() { end(exchange, error) }
      }
    }

    /// Ends everything that runs.
    func close() {
      for exchange in running.values { end(exchange, exchange.cancellation, discardingRest: true) }
    }

    private func start(_ job: CurlJob) {
      guard !job.channel.isCancelled else {
        return job.channel.finish(.cancelled(nothingSent: true), discardingRest: true)
      }
      do throws(TransportError) {
        let exchange = try CurlExchange(job, library: library, options: options)
        running[exchange.handle.easy] = exchange
        byChannel[ObjectIdentifier(job.channel)] = exchange
        let code = clc_multi_add(library.functions, multi, exchange.handle.easy)
        if code != 0 {
          let words = "libcurl did not take the request (\(code))"
          end(exchange, TransportError(.unavailable, words, nothingSent: true))
        }
      } catch {
        job.channel.finish(error)
      }
    }

    private func cancel(_ job: CurlJob) {
      guard let exchange = byChannel[ObjectIdentifier(job.channel)] else { return }
      end(exchange, exchange.cancellation, discardingRest: true)
    }

    private func collectFinished() {
      var code: Int32 = 0
      while let easy = clc_multi_next_finished(library.functions, multi, &code) {
        guard let exchange = running[easy] else { continue }
        let failure = exchange.outcome(code)
        end(exchange, failure, discardingRest: failure?.kind == .cancelled)
      }
    }

    /// Tells the waiting task first: it must not pay for the closing of a connection.
    private func end(
      _ exchange: CurlExchange, _ failure: TransportError?, discardingRest: Bool = false
    ) {
      exchange.job.channel.finish(failure, discardingRest: discardingRest)
      _ = clc_multi_remove(library.functions, multi, exchange.handle.easy)
      running[exchange.handle.easy] = nil
      byChannel[ObjectIdentifier(exchange.job.channel)] = nil
    }
  }
#endif
