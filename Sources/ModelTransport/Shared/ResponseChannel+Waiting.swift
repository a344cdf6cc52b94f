extension ResponseChannel {
  /// Waits for the whole answer. `stop` asks the producer to end the exchange; it is called when
  /// the task is cancelled, at any moment, even before the exchange began.
  package func wholeResponse(
    stop: @escaping @Sendable () -> Void
  ) async -> Result<TransportResponse, TransportError> {
    await stoppingOnCancel(stop) {
      var response = TransportResponse(head: TransportResponseHead(status: 0))
      while true {
        switch await self.next() {
        case .head(let head): response.head = head
        case .bytes(let bytes, _): response.body = bytes
        case .end(nil): return .success(response)
        case .end(let failure?): return .failure(failure)
        }
      }
    }
  }

  /// Hands everything to the sink. `resume` tells a producer that was paused to deliver again.
  package func pour(
    into sink: any TransportBodySink, resume: @escaping @Sendable () -> Void,
    stop: @escaping @Sendable () -> Void
  ) async -> Result<TransportResponseHead, TransportError> {
    await stoppingOnCancel(stop) {
      var head = TransportResponseHead(status: 0)
      do {
        while true {
          switch await self.next() {
          case .head(let arrived):
            head = arrived
            try await sink.begin(arrived)
          case .bytes(let bytes, let producerWaits):
            if producerWaits { resume() }
            try await sink.receive(bytes)
          case .end(nil): return .success(head)
          case .end(let failure?): return .failure(failure)
          }
        }
      } catch {
        self.markCancelled()
        stop()
        return .failure(TransportError(.sinkFailed, "the sink threw an error: \(error)"))
      }
    }
  }

  private func stoppingOnCancel<Value: Sendable>(
    _ stop: @escaping @Sendable () -> Void,
    _ body: () async -> Result<Value, TransportError>
  ) async -> Result<Value, TransportError> {
    await withTaskCancellationHandler(operation: body) {
      markCancelled()
      stop()
    }
  }
}
