#if canImport(Darwin) || URLSESSION_ON_LINUX
  import Foundation

  #if canImport(FoundationNetworking)
    import FoundationNetworking
  #endif
  #if URLSESSION_ON_LINUX
    public import ModelTransport
  #endif

  /// Requests over Foundation's URLSession: the transport for Apple platforms.
  ///
  /// One session lives as long as the transport. A request that wants a fresh connection gets a
  /// session of its own, since connections are shared within a session only. None has cookies, a
  /// cache or stored credentials, and redirects are refused by the sessions' delegate (a delegate
  /// of the single task is not asked everywhere).
  ///
  /// On Linux it exists for tests and for comparison only. There Foundation may end the process
  /// when a peer closes inside the header lines, sends a trailer, or when a task is cancelled or a
  /// session taken down. So tasks are abandoned instead of cancelled and run out in the background,
  /// a second session that lives as long asks the server to close after each answer instead of
  /// being fresh each time, and a streamed body is not held back.
  public final class URLSessionTransport: HTTPTransport {
    private let reusing: SessionRole
    #if !canImport(Darwin)
      private let closing: SessionRole
    #endif
    private let options: TransportOptions
    private let gate: AdmissionGate

    /// A transport with sessions of its own.
    public init(_ options: TransportOptions = TransportOptions()) {
      reusing = SessionRole(options)
      #if !canImport(Darwin)
        closing = SessionRole(options)
      #endif
      self.options = options
      gate = AdmissionGate(limit: options.maximumConnectionsPerHost)
    }

    /// One request, one answer.
    ///
    /// - Throws: ``TransportError`` if there is no whole answer.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse
    {
      try await run(request, streams: false) { exchange in
        await exchange.channel.wholeResponse(stop: exchange.cancel)
      }
    }

    /// The body goes to `sink` as it arrives.
    ///
    /// - Throws: ``TransportError`` if there is no whole answer or the sink throws.
    public func stream(
      _ request: TransportRequest, into sink: any TransportBodySink
    ) async throws(TransportError) -> TransportResponseHead {
      try await run(request, streams: true) { exchange in
        await exchange.channel.pour(into: sink, resume: exchange.resume, stop: exchange.cancel)
      }
    }

    private func run<Answer: Sendable>(
      _ request: TransportRequest, streams: Bool,
      _ wait: (SessionExchange) async -> Result<Answer, TransportError>
    ) async throws(TransportError) -> Answer {
      let origin = try request.checkedOrigin()
      let native = try request.forURLSession()
      let result = await gate.admit(to: origin) {
        let exchange = role(for: request).start(native, for: request, streams: streams)
        let deadline = request.timeouts.total.map { total in
          Task {
            try await Task.sleep(for: total)
            exchange.timeOut()
          }
        }
        defer { deadline?.cancel() }
        return await wait(exchange)
      }
      return try result.get()
    }

    private func role(for request: TransportRequest) -> SessionRole {
      guard request.freshConnection else { return reusing }
      #if canImport(Darwin)
        return SessionRole(options)
      #else
        return closing
      #endif
    }
  }

  extension TransportRequest {
    fileprivate func forURLSession() throws(TransportError) -> URLRequest {
      guard let url = URL(string: url) else { throw .invalid("the URL isn't valid") }
      var native = URLRequest(
        url: url, cachePolicy: .reloadIgnoringLocalCacheData,
        timeoutInterval: Double(
          min(timeouts.idle, timeouts.total ?? timeouts.idle).wholeMilliseconds) / 1_000)
      native.httpMethod = method.rawValue
      native.httpShouldHandleCookies = false
      native.httpBody = body.map { Data($0) }
      native.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
      if freshConnection { native.setValue("close", forHTTPHeaderField: "Connection") }
      var seen = Set<String>()
      for field in headers {
        if seen.insert(field.name.lowercased()).inserted {
          native.setValue(field.value, forHTTPHeaderField: field.name)
        } else {
          native.addValue(field.value, forHTTPHeaderField: field.name)
        }
      }
      return native
    }
  }
#endif
