#if canImport(Darwin) || URLSESSION_ON_LINUX
  import Foundation

  #if canImport(FoundationNetworking)
    import FoundationNetworking
  #endif
  #if URLSESSION_ON_LINUX
    import ModelTransport
  #endif

  /// Hands what a session reports to the channel of the task it is about.
  final class SessionDelegate: NSObject, URLSessionDataDelegate {
    private struct Followed {
      let exchange: SessionExchange
      /// A Boolean value that indicates whether it is known that no transaction has begun to send.
      var neverSent = false
    }

    private let followed = Locked([Int: Followed]())
    private let maximumHeaderBytes: Int

    init(maximumHeaderBytes: Int) { self.maximumHeaderBytes = maximumHeaderBytes }

    func follow(_ exchange: SessionExchange) {
      followed.withLock { $0[exchange.task.taskIdentifier] = Followed(exchange: exchange) }
    }

    func forget(_ task: URLSessionTask) {
      followed.withLock { $0[task.taskIdentifier] = nil }
    }

    private func exchange(of task: URLSessionTask) -> SessionExchange? {
      followed.withLock { $0[task.taskIdentifier]?.exchange }
    }

    func urlSession(
      _ session: URLSession, task: URLSessionTask,
      willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
      completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
      completionHandler(nil)
    }

    func urlSession(
      _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
      completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
      defer { completionHandler(.allow) }
      guard let exchange = exchange(of: dataTask), let response = response as? HTTPURLResponse
      else { return }
      let head = response.head(answering: exchange.task.originalRequest?.httpMethod)
      let size = head.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
      guard size <= maximumHeaderBytes else {
        return exchange.end(with: TransportError(.tooLarge, "more header lines than allowed"))
      }
      if exchange.channel.deliver(head) == .tooLarge { refuseBody(exchange) }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
      guard let exchange = exchange(of: dataTask) else { return }
      for region in data.regions {
        let reception = region.withUnsafeBytes { exchange.channel.deliver($0, canRepeat: false) }
        switch reception {
        case .taken: break
        case .full:
          #if canImport(Darwin)
            dataTask.suspend()
            // Room may have been made just before the suspension.
            if !exchange.channel.producerWaits { dataTask.resume() }
          #endif
        case .tooLarge: return refuseBody(exchange)
        }
      }
    }

    #if canImport(Darwin)
      func urlSession(
        _ session: URLSession, task: URLSessionTask,
        didFinishCollecting metrics: URLSessionTaskMetrics
      ) {
        let neverSent = metrics.transactionMetrics.allSatisfy { $0.requestStartDate == nil }
        followed.withLock { $0[task.taskIdentifier]?.neverSent = neverSent }
      }
    #endif

    func urlSession(
      _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
      let known = followed.withLock { $0.removeValue(forKey: task.taskIdentifier) }
      guard let known else { return }
      let failure = error.map {
        SessionEnding.failure($0, isFresh: known.exchange.isFresh, neverSent: known.neverSent)
      }
      known.exchange.channel.finish(failure)
    }

    private func refuseBody(_ exchange: SessionExchange) {
      exchange.end(with: TransportError(.tooLarge, "the response body is larger than allowed"))
    }
  }

  extension HTTPURLResponse {
    /// The codings that URLSession decodes.
    private static let decodedCodings: Set<String> = ["gzip", "x-gzip", "deflate", "br"]

    fileprivate func head(answering method: String?) -> TransportResponseHead {
      let fields = allHeaderFields.compactMap { name, value in
        (name as? String).map { TransportHeader($0, "\(value)") }
      }
      // Foundation keeps no order; sorting keeps at least runs alike.
      let head = TransportResponseHead(
        status: statusCode, headers: TransportHeaders(fields.sorted { $0.name < $1.name }))
      let codings = head.contentCodings
      let isDecoded =
        !codings.isEmpty && Self.decodedCodings.isSuperset(of: codings)
        && head.hasBody(answering: TransportMethod(method ?? "GET"))
      return isDecoded ? head.decoded : head
    }
  }
#endif
