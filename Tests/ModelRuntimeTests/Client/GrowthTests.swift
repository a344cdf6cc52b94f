import Foundation
import ModelTransport
import Testing

@testable import ModelRuntime

/// One client that waits for many jobs. `MODELGEN_GROWTH_JOBS=100000` makes them that many, and the
/// lines that begin with "jobs" are the table in the article Growth.
@Suite("Many live jobs", .serialized) struct GrowthTests {
  private static let count =
    ProcessInfo.processInfo.environment["MODELGEN_GROWTH_JOBS"].flatMap { Int($0) } ?? 2_000

  /// A wait for an ended job must not queue twice: once for its state, and once
  @Test("Each wait detects the end of its job within one round of polls")
  func lateness() throws {
    let seen = try waits(timeout: nil)
    let late = seen.compactMap(\.lateness).sorted()
    #expect(late.count == Self.count)
    // Each live job is asked after once, and those that ended are asked for their results: all of
    // them, where a turn takes longer than the jobs do.
    let turn = Double(Self.count) / 20
    let limit = turn < ManyJobs.longest ? turn * 1.25 + 15 : turn * 2
    let last = try #require(late.last)
    #expect(last < limit, "learnt after \(last) s; one turn takes \(turn) s")
  }

  @Test("A timeout ends waits that the request rate can't serve, and the errors have handles")
  func deadline() throws {
    let seen = try waits(timeout: .seconds(1_800))
    #expect(seen.count == Self.count)
    #expect(seen.allSatisfy { $0.lateness != nil || $0.hasHandle })
  }

  private struct Seen: Sendable {
    /// Seconds from the job's end to the wait's; nil where the wait failed.
    let lateness: Double?
    let hasHandle: Bool
  }

  private func waits(timeout: Duration?) throws -> [Seen] {
    let world = World()
    let service = ManyJobs(world: world)
    var client = try Fixture.client(world, service, random: SimulatedChance(seed: 1).random)
    client.options.timeout = timeout
    let handles = (0..<Self.count).map { index in
      JobHandle(
        jobID: "job-\(index)", modelID: "acme/sketch",
        submittedAt: Date(timeIntervalSince1970: 1_800_000_000))
    }.compactMap(\.self)
    let before = Resources.now
    let seen = Locked([Seen]())
    // No task group: it looks for each child that ends among all of them.
    let isOver = world.run { [client] in
      for (index, handle) in handles.enumerated() {
        world.start {
          let one = await Self.wait(client, handle, world, end: ManyJobs.length(of: index))
          seen.withLock { $0.append(one) }
        }
      }
      return true
    }
    #expect(isOver == true)
    let all = seen.withLock { $0 }
    report(all, reads: service.reads, before, service.whenAllWaited, timeout)
    return all
  }

  private static func wait(
    _ client: ModelClient, _ handle: JobHandle, _ world: World, end: Double
  ) async -> Seen {
    do throws(ModelError) {
      _ = try await client.job(for: handle).output()
      return Seen(lateness: world.now.inSeconds - end, hasHandle: true)
    } catch {
      return Seen(lateness: nil, hasHandle: error.handle != nil)
    }
  }

  private func report(
    _ seen: [Seen], reads: Int, _ before: Resources, _ live: Resources?, _ timeout: Duration?
  ) {
    let late = seen.compactMap(\.lateness).sorted()
    let bytes = ((live?.residentBytes ?? 0) - before.residentBytes) / Self.count
    let work = (Resources.now.workSeconds - before.workSeconds) / Double(max(1, reads))
    print(
      "jobs \(Self.count), timeout \(timeout.map { "\($0)" } ?? "none"): \(late.count) learnt of the end, "
        + "half within \(late.isEmpty ? 0 : Int(late[late.count / 2])) s, "
        + "all within \(Int(late.last ?? 0)) s; \(reads) reads, "
        + "\(Int(work * 1e6)) µs of work each; \(bytes) bytes for each live job")
  }
}

/// A service whose jobs end one after another within half an hour.
private final class ManyJobs: HTTPTransport {
  let world: World
  private let state = Locked((reads: 0, whenAllWaited: Resources?.none))

  init(world: World) { self.world = world }

  var reads: Int { state.withLock { $0.reads } }
  /// At the first read: time passes only when everybody waits.
  var whenAllWaited: Resources? { state.withLock { $0.whenAllWaited } }

  /// In seconds.
  static let longest = 1_800.0
  static func length(of index: Int) -> Double { Double(index * 7_919 % Int(longest)) }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    state.withLock { state in
      state.reads += 1
      if state.whenAllWaited == nil { state.whenAllWaited = Resources.now }
    }
    let parts = request.url.prefix { $0 != "?" }.split(separator: "/")
    let id = parts[parts.count - 2]
    let isOver = world.now.inSeconds >= Self.length(of: Int(id.dropFirst(4)) ?? 0)
    let status = isOver ? "completed" : "in_queue"
    let text = #"{"request_id":"\#(id)","status":"\#(status)","output":{"image":"https://f.x/1"}}"#
    return TransportResponse(head: TransportResponseHead(status: 200), body: Array(text.utf8))
  }

  func stream(
    _ request: TransportRequest, into sink: any TransportBodySink
  ) async throws(TransportError) -> TransportResponseHead {
    throw TransportError(.other, "nothing is downloaded here")
  }
}

/// The resources that this process has used so far.
private struct Resources: Sendable {
  var workSeconds: Double
  /// 0 where the system has no /proc.
  var residentBytes: Int

  static var now: Resources {
    let pages =
      (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
      .split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Resources(
      workSeconds: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9, residentBytes: pages * 4096)
  }
}
