#if os(Linux)
  /// Requests over the system's libcurl: the transport for Linux, where Foundation's URLSession can
  /// end the whole process when a peer closes inside the header lines, and hangs or crashes when
  /// tasks are cancelled.
  ///
  /// One thread runs all transfers. Requests speak HTTP/1.1, one at a time per connection;
  /// connections are reused unless the request wants a fresh one. On a *reused* connection libcurl
  /// may find the peer gone and send the request again, so whatever must not run twice has to ask
  /// for a fresh connection, which is the default for everything but reading.
  ///
  /// When the process ends, by `exit` or a return from `main`, requests under way are dropped and
  /// don't return, and new ones fail with `.unavailable`.
  public final class CurlTransport: HTTPTransport {
    private let loop: CurlLoop
    private let gate: AdmissionGate

    /// Creates a transport.
    ///
    /// - Parameter options: The options of the transport.
    /// - Throws: ``TransportError`` of the kind `.unavailable`, with what to install, if libcurl is
    ///   missing or older than 7.68.
    public convenience init(_ options: TransportOptions = TransportOptions()) throws(TransportError)
    {
      try self.init(options, library: CurlLibrary.system.get())
    }

    init(_ options: TransportOptions, library: CurlLibrary) throws(TransportError) {
      loop = try CurlLoop(library: library, options: options)
      gate = AdmissionGate(limit: options.maximumConnectionsPerHost)
    }

    /// One request, one answer.
    ///
    /// - Throws: ``TransportError`` if there is no whole answer.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse
    {
      let origin = try request.checkedOrigin()
      return try await run(request, to: origin, streams: false) { job, loop in
        await job.channel.wholeResponse { loop.post(.cancel(job)) }
      }.get()
    }

    /// The body goes to `sink` as it arrives.
    ///
    /// - Throws: ``TransportError`` if there is no whole answer or the sink throws.
    public func stream(
      _ request: TransportRequest, into sink: any TransportBodySink
    ) async throws(TransportError) -> TransportResponseHead {
      let origin = try request.checkedOrigin()
      return try await run(request, to: origin, streams: true) { job, loop in
        await job.channel.pour(
          into: sink, resume: { loop.post(.resume(job)) }, stop: { loop.post(.cancel(job)) })
      }.get()
    }

    private func run<Answer: Sendable>(
      _ request: TransportRequest, to origin: HTTPOrigin, streams: Bool,
      _ wait: (CurlJob, CurlLoop) async -> Result<Answer, TransportError>
    ) async -> Result<Answer, TransportError> {
      // The thread lives for as long as a request needs it.
      let loop = loop
      return await gate.admit(to: origin) {
        let channel = ResponseChannel(for: request, streams: streams)
        let job = CurlJob(request: request, origin: origin, channel: channel, streams: streams)
        loop.post(.start(job))
        return await wait(job, loop)
      }
    }
  }
#endif
