import Testing

@testable import ModelTransport

/// Tests of the channel between the network's thread and the caller.
@Suite("ResponseChannel") struct ResponseChannelTests {
  private let request = TransportRequest(.get, "https://example.com/", maximumBodyBytes: 10 << 20)

  private func deliver(
    _ count: Int, to channel: ResponseChannel, canRepeat: Bool = true
  ) -> ResponseChannel.Reception {
    [UInt8](repeating: 1, count: count).withUnsafeBytes {
      channel.deliver($0, canRepeat: canRepeat)
    }
  }

  @Test("A producer is paused if the stream isn't read, and resumed later")
  func backPressure() async {
    let channel = ResponseChannel(for: request, streams: true)
    var taken = 0
    while deliver(16 << 10, to: channel) == .taken { taken += 16 << 10 }
    #expect(taken <= 512 << 10 && taken > 0)
    #expect(channel.producerWaits)
    guard case .bytes(let bytes, producerWaits: true) = await channel.next() else {
      Issue.record("no bytes")
      return
    }
    #expect(bytes.count == taken)
    #expect(!channel.producerWaits)
    #expect(deliver(1, to: channel) == .taken)
  }

  @Test("A producer that can't repeat loses nothing when paused")
  func noRepeat() async {
    let channel = ResponseChannel(for: request, streams: true)
    #expect(deliver(300 << 10, to: channel, canRepeat: false) == .taken)
    #expect(deliver(5, to: channel, canRepeat: false) == .full)
    guard case .bytes(let bytes, producerWaits: true) = await channel.next() else {
      Issue.record("no bytes")
      return
    }
    #expect(bytes.count == 300 << 10 + 5)
  }

  /// URLSession counts how often a task was suspended, and each `.full` suspends it once.
  @Test("A producer is paused once and resumed once")
  func onePause() async {
    let channel = ResponseChannel(for: request, streams: true)
    for _ in 0..<2 {
      let receptions = [300 << 10, 5, 5, 5].map { deliver($0, to: channel, canRepeat: false) }
      #expect(receptions == [.taken, .full, .taken, .taken])
      guard case .bytes(let bytes, producerWaits: true) = await channel.next() else {
        Issue.record("no bytes")
        return
      }
      #expect(bytes.count == 300 << 10 + 15)
    }
  }

  @Test("The first end counts, and later events are dropped")
  func ends() async throws {
    let channel = ResponseChannel(for: request, streams: false)
    _ = deliver(3, to: channel)
    channel.finish(TransportError(.closed, "first"))
    channel.finish(nil)
    _ = deliver(3, to: channel)
    let error = await #expect(throws: TransportError.self) {
      try await channel.wholeResponse(stop: {}).get()
    }
    #expect(error?.message == "first")
  }

  @Test("The limit counts bytes that were already read")
  func cap() async {
    let request = TransportRequest(.get, "https://example.com/", maximumBodyBytes: 10)
    let channel = ResponseChannel(for: request, streams: true)
    #expect(deliver(10, to: channel) == .taken)
    _ = await channel.next()
    #expect(deliver(1, to: channel) == .tooLarge)
  }
}
