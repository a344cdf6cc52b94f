import ModelTransport
import TestSupport

@testable import ModelRuntime

/// A service with jobs that take their time, in a world of its own, with faults by chance.
///
/// A job's key is the text of its request; the service counts how often it took each.
final class SimulatedService: HTTPTransport {
  /// The faults that can occur, and their frequency.
  struct Faults: Sendable {
    /// Of 1, for each request.
    var reads = 0.0
    var submits = 0.0
  }

  struct Job: Sendable {
    let key: String
    let begin: Duration
    let queue: Duration
    let work: Duration
    /// The whole answer with the id reached the client.
    var isDelivered = false
    var reads = 0
  }

  struct State {
    var chance: SeededGenerator
    var jobs: [String: Job] = [:]
    var taken: [String: Int] = [:]
    var readTimes: [Duration] = []
    var refusal: ClosedRange<Duration>?
    var firstID = 0
  }

  let world: World
  let state: Locked<State>
  let faults: Faults
  let roundTrip: Duration
  let length: @Sendable (inout SeededGenerator) -> (queue: Duration, work: Duration)

  init(
    world: World, seed: UInt64, faults: Faults = Faults(), roundTrip: Duration = .milliseconds(150),
    length: @escaping @Sendable (inout SeededGenerator) -> (queue: Duration, work: Duration) = {
      (.seconds($0.unit() * 5), .seconds(20 + $0.unit() * 20))
    }
  ) {
    (self.world, self.faults, self.length, self.roundTrip) = (world, faults, length, roundTrip)
    state = Locked(State(chance: SeededGenerator(seed)))
  }

  var jobs: [String: Job] { state.withLock { $0.jobs } }
  var taken: [String: Int] { state.withLock { $0.taken } }
  /// Submissions that were accepted.
  var accepted: Int { state.withLock { $0.taken.values.reduce(0, +) } }

  /// Gives the jobs numbers from this one on, so that several services give no ID twice.
  func beginsIDs(at number: Int) { state.withLock { $0.firstID = number } }

  func refusesReads(from start: Duration, until end: Duration) {
    state.withLock { $0.refusal = start...end }
  }

  func reads(from start: Duration, until end: Duration) -> Int {
    state.withLock { state in state.readTimes.filter { $0 >= start && $0 < end }.count }
  }

  var mostReadsInASecond: Int {
    let times = state.withLock { $0.readTimes }
    var (most, first) = (0, 0)
    for (index, time) in times.enumerated() {
      while times[first] <= time - .seconds(1) { first += 1 }
      most = max(most, index - first + 1)
    }
    return most
  }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let sink = ArrivingAnswer()
    _ = try await stream(request, into: sink)
    return sink.current
  }

  func stream(
    _ request: TransportRequest, into sink: any TransportBodySink
  ) async throws(TransportError) -> TransportResponseHead {
    try request.check()
    let isSubmit = request.method == .post && request.url.contains("/v1/models/")
    let fault = state.withLock { state -> Double? in
      let isFaulty = state.chance.chance(isSubmit ? faults.submits : faults.reads)
      return isFaulty ? state.chance.unit() : nil
    }
    if isSubmit, let fault, fault < 0.25 {
      throw TransportError(.couldNotConnect, "refused", nothingSent: true)
    }
    let limit = request.timeouts.total ?? request.timeouts.idle
    try await pass(fault.map { $0 > 0.9 } ?? false ? limit : roundTrip / 2)
    let answer = isSubmit ? submit(request, fault) : read(request, fault)
    try await pass(roundTrip / 2)
    if fault.map({ $0 > 0.9 }) ?? false { throw TransportError(.timedOut, "no answer") }
    guard let answer else { throw TransportError(.closed, "reset") }
    await deliver(answer.body, answer.head, to: sink, of: isSubmit ? request : nil)
    return answer.head
  }

  private func pass(_ time: Duration) async throws(TransportError) {
    if Task.isCancelled { throw TransportError(.cancelled, "cancelled", nothingSent: true) }
    do {
      try await VirtualClock(world: world).sleep(for: time)
    } catch {
      throw TransportError(.cancelled, "cancelled")
    }
  }

  private func deliver(
    _ body: [UInt8], _ head: TransportResponseHead, to sink: any TransportBodySink,
    of submit: TransportRequest?
  ) async {
    try? await sink.begin(head)
    if !body.isEmpty { try? await sink.receive(body) }
    guard let submit, head.status == 200 else { return }
    let id = String(decoding: body, as: UTF8.self).split(separator: "\"").dropFirst(2).first
    guard let id, submit.body != nil else { return }
    state.withLock { $0.jobs[String(id)]?.isDelivered = true }
  }
}
