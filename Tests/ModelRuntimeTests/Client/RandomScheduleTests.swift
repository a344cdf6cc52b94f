import ModelTransport
import Testing
import TestSupport

@testable import ModelRuntime

/// Thousands of schedules by chance: faults, cancellations, deadlines and the order of tasks.
@Suite("Random schedules") struct RandomScheduleTests {
  /// The observations of one user of a world.
  struct Seen: Sendable {
    let key: String
    let words: [String]
    let output: String?
    let handle: JobHandle?
    /// The time between the timeout or cancellation and the end of the last call.
    let overdue: Duration
    /// The handles of jobs that were accepted after their calls had ended.
    let abandoned: Locked<[JobHandle]>

    func knows(_ id: String) -> Bool {
      handle?.jobID == id || abandoned.withLock { $0.contains { $0.jobID == id } }
    }
  }

  @Test(
    "Each run has one accepted submission, loses no job and keeps its timeout",
    arguments: 0..<8)
  func invariants(_ block: Int) throws {
    var (successes, failures) = (0, 0)
    for seed in block * 250..<(block + 1) * 250 {
      let world = World(seed: UInt64(seed))
      let service = SimulatedService(
        world: world, seed: UInt64(seed), faults: .init(reads: 0.35, submits: 0.35))
      let client = try Fixture.client(
        world, service, random: SimulatedChance(seed: UInt64(seed)).random)
      let users = world.run { await Self.live(client, world, seed) }
      let seen = try #require(users, "seed \(seed) hangs")
      #expect(service.taken.values.allSatisfy { $0 == 1 }, "seed \(seed): a job twice")
      for user in seen {
        #expect(user.overdue <= .zero, "seed \(seed): late by \(user.overdue), \(user.words)")
        if let output = user.output {
          #expect(output.contains(user.key), "seed \(seed): another job's output")
        }
        successes += user.output == nil ? 0 : 1
        failures += user.output == nil ? 1 : 0
        guard let (id, _) = service.jobs.first(where: { $0.value.key == user.key }),
          service.jobs[id]?.isDelivered == true
        else { continue }
        #expect(user.knows(id), "seed \(seed): job lost, \(user.words)")
      }
    }
    #expect(successes > 150 && failures > 150)
  }

  private static func live(_ client: ModelClient, _ world: World, _ seed: Int) async -> [Seen] {
    await withTaskGroup(of: Seen.self) { group in
      for user in 0..<3 {
        group.addTask { await Self.user(client, world, "\(user)", seed &* 3 &+ user) }
      }
      var seen: [Seen] = []
      for await one in group { seen.append(one) }
      return seen
    }
  }

  /// Runs or submits a request. The user may cancel, may have a short timeout, and may resume the job
  /// with its handle any number of times.
  private static func user(
    _ client: ModelClient, _ world: World, _ name: String, _ seed: Int
  ) async -> Seen {
    var chance = SeededGenerator(UInt64(seed) &+ 77)
    let request = DynamicRequest(modelID: "acme/sketch", body: ["user": .string(name)])
    let key = request.body.description
    var (words, overdue) = ([String](), Duration.zero)
    var (handle, output): (JobHandle?, String?)
    let abandoned = Locked([JobHandle]())
    for attempt in 0..<(chance.chance(0.5) ? 1 : 6) {
      var options = client.options
      let limit = Duration.seconds(chance.chance(0.3) ? chance.unit() * 60 : 1_000)
      options.timeout = limit
      options.onAbandonedJob = { handle in abandoned.withLock { $0.append(handle) } }
      let patience = chance.chance(0.3) ? Duration.seconds(chance.unit() * 60) : limit * 2
      let start = world.now
      let known = handle
      let step = await cancelled(after: patience, world) { [options] () async -> Step in
        do throws(ModelError) {
          guard let known else {
            let noted = Locked<JobHandle?>(nil)
            let output = try await client.run(request, options: options) { handle in
              noted.withLock { $0 = handle }
            }
            return Step(.success("\(output)"), noted.withLock { $0 })
          }
          return Step(
            .success("\(try await client.job(for: known).output(options: options))"), known)
        } catch {
          return Step(.failure(error), error.handle)
        }
      }
      words.append(step.result.word)
      overdue = max(overdue, world.now - start - min(limit, patience))
      handle = handle ?? step.handle
      output = try? step.result.get()
      if output != nil || handle == nil || attempt == 5 { break }
    }
    return Seen(
      key: key, words: words, output: output, handle: handle, overdue: overdue,
      abandoned: abandoned)
  }

  private struct Step: Sendable {
    let result: Result<String, ModelError>
    let handle: JobHandle?

    init(_ result: Result<String, ModelError>, _ handle: JobHandle?) {
      (self.result, self.handle) = (result, handle)
    }
  }

  private static func cancelled(
    after patience: Duration, _ world: World, _ body: @escaping @Sendable () async -> Step
  ) async -> Step {
    await withTaskGroup(of: Step?.self) { group in
      group.addTask { await body() }
      group.addTask {
        try? await VirtualClock(world: world).sleep(for: patience)
        return nil
      }
      while let ended = await group.next() {
        group.cancelAll()
        if let ended { return ended }
      }
      return Step(.failure(ModelError(.cancelled)), nil)
    }
  }
}

/// Chance for a client, repeatable.
struct SimulatedChance: Sendable {
  private let source: Locked<SeededGenerator>

  init(seed: UInt64) { source = Locked(SeededGenerator(seed)) }

  var random: @Sendable () -> Double {
    let source = source
    return { source.withLock { $0.unit() } }
  }
}
