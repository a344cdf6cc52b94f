/// Passes a response from the thread that runs transfers to the task that waits for it.
///
/// The producer never waits: when a streamed body arrives faster than it is taken, `deliver`
/// answers `.full` and the producer pauses the transfer. The first end wins; whatever comes after
/// it is dropped, so the waiting task is resumed exactly once whoever is first.
package final class ResponseChannel: Sendable {
  /// An event for the waiting task.
  package enum Event: Sendable {
    case head(TransportResponseHead)
    /// `producerWaits`: room was made, and the producer must be told to go on.
    case bytes([UInt8], producerWaits: Bool)
    case end(TransportError?)
  }

  /// The channel's answer to the producer.
  package enum Reception: Sendable {
    case taken
    /// There is no room: pause until the waiting task made some.
    case full
    case tooLarge
  }

  private struct State {
    var head: TransportResponseHead?
    var bytes: [UInt8] = []
    var received = 0
    var producerWaits = false
    var end: TransportError??
    var isCancelled = false
    var waiter: CheckedContinuation<Event, Never>?
  }

  private let state = Locked(State())
  private let streams: Bool
  private let expectsBody: Bool
  private let maximumBodyBytes: Int
  private static let roomForStreaming = 256 << 10

  /// `streams`: events are handed over as they come; else only when the exchange has ended.
  package init(for request: TransportRequest, streams: Bool) {
    self.streams = streams
    expectsBody = request.method != .head
    maximumBodyBytes = request.maximumBodyBytes
  }

  /// A Boolean value that indicates whether the response is no longer needed.
  package var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Notes that the answer is no longer wanted; the producer still has to end the exchange.
  package func markCancelled() { state.withLock { $0.isCancelled = true } }

  package func deliver(_ head: TransportResponseHead) -> Reception {
    let declared = head.headers["content-length"].flatMap { Int($0) } ?? 0
    let hasBody = expectsBody && head.status != 204 && head.status != 304
    guard !hasBody || declared <= maximumBodyBytes else { return .tooLarge }
    change { $0.head = head }
    return .taken
  }

  /// `canRepeat`: on `.full` the bytes were not taken and the producer will offer them again. A
  /// producer that can't do that has them taken nevertheless, and hears of it once for every time
  /// that room is made: it may be one that counts how often it was paused.
  package func deliver(_ bytes: UnsafeRawBufferPointer, canRepeat: Bool) -> Reception {
    change { state in
      guard bytes.count <= maximumBodyBytes - state.received else { return .tooLarge }
      let waitedBefore = state.producerWaits
      state.producerWaits = streams && state.bytes.count >= Self.roomForStreaming
      if state.producerWaits && canRepeat { return .full }
      state.received += bytes.count
      if state.end == nil { state.bytes.append(contentsOf: bytes) }
      return state.producerWaits && !waitedBefore ? .full : .taken
    }
  }

  /// A Boolean value that indicates whether the producer received `.full` and waits for space.
  package var producerWaits: Bool { state.withLock { $0.producerWaits } }

  /// Ends the exchange. `discardingRest`: what was not taken yet is dropped.
  package func finish(_ failure: TransportError?, discardingRest: Bool = false) {
    change { state in
      guard state.end == nil else { return }
      state.end = .some(failure)
      if discardingRest {
        state.head = nil
        state.bytes = []
      }
    }
  }

  /// The next event; only one task may wait.
  package func next() async -> Event {
    await withCheckedContinuation { continuation in
      let ready = state.withLock { state -> Event? in
        let event = takeEvent(from: &state)
        if event == nil { state.waiter = continuation }
        return event
      }
      if let ready { continuation.resume(returning: ready) }
    }
  }

  private func change<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
    let (result, waiter, event) = state.withLock { state in
      let result = body(&state)
      let event = state.waiter == nil ? nil : takeEvent(from: &state)
      let waiter = event == nil ? nil : state.waiter
      if event != nil { state.waiter = nil }
      return (result, waiter, event)
    }
    if let waiter, let event { waiter.resume(returning: event) }
    return result
  }

  private func takeEvent(from state: inout State) -> Event? {
    guard streams || state.end != nil else { return nil }
    if let head = state.head {
      state.head = nil
      return .head(head)
    }
    if !state.bytes.isEmpty {
      defer {
        state.bytes = []
        state.producerWaits = false
      }
      return .bytes(state.bytes, producerWaits: state.producerWaits)
    }
    return state.end.map { .end($0) }
  }
}
