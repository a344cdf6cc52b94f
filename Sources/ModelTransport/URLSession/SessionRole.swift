#if canImport(Darwin) || URLSESSION_ON_LINUX
  import Foundation

  #if canImport(FoundationNetworking)
    import FoundationNetworking
  #endif
  #if URLSESSION_ON_LINUX
    import ModelTransport
  #endif

  /// A session with its delegate.
  final class SessionRole: Sendable {
    private let session: URLSession
    private let delegate: SessionDelegate

    init(_ options: TransportOptions) {
      let configuration = URLSessionConfiguration.ephemeral
      configuration.httpCookieStorage = nil
      configuration.httpShouldSetCookies = false
      configuration.urlCache = nil
      configuration.urlCredentialStorage = nil
      configuration.httpMaximumConnectionsPerHost = options.maximumConnectionsPerHost
      #if canImport(Darwin)
        configuration.waitsForConnectivity = false
        if options.proxy == .none { configuration.connectionProxyDictionary = [:] }
      #endif
      delegate = SessionDelegate(maximumHeaderBytes: options.maximumHeaderBytes)
      session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit {
      // Elsewhere a session must not be taken down while connections close (it may crash), so
      // there it is left to the end of the process.
      #if canImport(Darwin)
        session.finishTasksAndInvalidate()
      #endif
    }

    func start(_ native: URLRequest, for request: TransportRequest, streams: Bool)
      -> SessionExchange
    {
      let task = session.dataTask(with: native)
      let channel = ResponseChannel(for: request, streams: streams)
      let exchange = SessionExchange(
        task: task, channel: channel, isFresh: request.freshConnection, delegate: delegate)
      delegate.follow(exchange)
      if channel.isCancelled { exchange.cancel() } else { task.resume() }
      return exchange
    }
  }

  /// A task of the session with the channel its answer goes to.
  struct SessionExchange: Sendable {
    let task: URLSessionDataTask
    let channel: ResponseChannel
    let isFresh: Bool
    let delegate: SessionDelegate

    var cancel: @Sendable () -> Void {
      { end(with: .cancelled(nothingSent: false)) }
    }

    func timeOut() {
      end(with: TransportError(.timedOut, "no complete response within the total time limit"))
    }

    var resume: @Sendable () -> Void {
      {
        #if canImport(Darwin)
          task.resume()
        #endif
      }
    }

    /// On Linux the task is forgotten and not cancelled: cancelling may deadlock or crash there.
    func end(with failure: TransportError) {
      channel.finish(failure, discardingRest: failure.kind == .cancelled)
      delegate.forget(task)
      #if canImport(Darwin)
        task.cancel()
      #endif
    }
  }
#endif
