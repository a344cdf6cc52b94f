import ModelTransport
import TestSupport
import Testing

@testable import ModelRuntime

/// Processes that end at any call to the disk, thousands of them, with a disk in memory. The power may
/// fail too.
@Suite("Processes that end at any call") struct CrashScheduleTests {
  @Test("No job is submitted twice, and none that was accepted is lost", arguments: 0..<8)
  func schedules(_ block: Int) async throws {
    for seed in block * 60..<(block + 1) * 60 {
      try await Self.check(seed)
    }
  }

  private static func check(_ seed: Int) async throws {
    var chance = SeededGenerator(UInt64(seed))
    let disk = MemoryDisk()
    var accepted: [String: Int] = [:]
    var told: Set<String> = []
    for process in 1...4 {
      let isLast = process == 4
      if !isLast { disk.end(process, afterCalls: chance.next(below: 60)) }
      let service = SimulatedService(world: World(), seed: UInt64(seed * 5 + process)) { chance in
        (.zero, .seconds(1 + chance.unit()))
      }
      service.beginsIDs(at: process * 100)
      guard let journal = try? JobJournal.inMemory(disk, process: process) else {
        disk.bury(process)
        continue
      }
      let client = try Fixture.client(service.world, service, journal: journal)
      let submitted = Locked(Set<String>())
      _ = service.world.run {
        await Batch<MediaOutput>(
          client: client, options: client.options, limit: 2,
          submitted: { _, handle in
            // A process that has ended tells nobody anything.
            if !disk.hasEnded(process) { _ = submitted.withLock { $0.insert(handle.jobID) } }
          },
          drafts: DraftSource(0..<3, key: { index, _ in "key-\(index)" }) { index in
            Draft(DynamicRequest(modelID: "acme/sketch", body: ["n": .number(JSONNumber(index))]))
          }
        ).run { _ in }
      }
      for (key, count) in service.taken { accepted[key, default: 0] += count }
      told.formUnion(submitted.withLock { $0 })
      if !isLast {
        disk.bury(process)
        if chance.chance(0.3) { disk.losePower() }
      }
    }
    let journal = try JobJournal.inMemory(disk, process: 9)
    let entries = try await journal.entries()
    let recorded = Set(entries.compactMap(\.handle?.jobID))
    #expect(accepted.values.allSatisfy { $0 == 1 }, "seed \(seed): a job twice")
    #expect(told.isSubset(of: recorded), "seed \(seed): an ID was lost")
    #expect(Set(entries.map(\.key)).count == 3, "seed \(seed): \(entries)")
    for entry in entries where entry.handle == nil {
      guard case .unknown = entry.state else {
        Issue.record("seed \(seed): \(entry)")
        continue
      }
    }
  }
}
