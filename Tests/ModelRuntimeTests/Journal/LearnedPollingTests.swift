import Foundation
import ModelTransport
import TestSupport
import Testing

@testable import ModelRuntime

/// The delay and the polls with which the end of a job is learnt, where earlier jobs tell how long one
/// takes.
@Suite("Learned polling") struct LearnedPollingTests {
  /// The durations of a sequence of jobs.
  struct Workload: Sendable, CustomTestStringConvertible {
    let name: String
    let duration: @Sendable (_ index: Int, inout SeededGenerator) -> Double

    var testDescription: String { name }

    static func around(_ seconds: Double) -> Workload {
      Workload(name: "\(Int(seconds)) s ± 20 %") { _, chance in
        seconds * (0.8 + 0.4 * chance.unit())
      }
    }
  }

  struct Figures: Sendable {
    var late = 0.0
    var polls = 0.0
  }

  static let policy = PollingPolicy.adaptive
  static let roundTrip = 0.15
  static let jobs = 240

  /// The times of one job under a rule for the interval.
  static func poll(
    until end: Double, _ chance: inout SeededGenerator, _ forecast: DurationForecast?
  ) -> Figures {
    var (time, polls) = (0.0, 0.0)
    while true {
      time +=
        policy.interval(
          elapsed: .seconds(time), random: chance.unit(), forecast: forecast
        ).inSeconds
      polls += 1
      let isOver = time + roundTrip / 2 >= end
      time += roundTrip
      if isOver { return Figures(late: time - end, polls: polls) }
    }
  }

  /// The means over a sequence of jobs, each of which knows the durations of those before it.
  static func run(
    _ workload: Workload, skipping start: Int = 0
  ) -> (learned: Figures, unknown: Figures) {
    var chance = SeededGenerator(11)
    var (learned, unknown) = (Figures(), Figures())
    let rounds = 1
    for _ in 0..<rounds {
      var facts = JournalModelFacts()
      for index in 0..<jobs {
        let end = workload.duration(index, &chance)
        if index >= start {
          let one = poll(until: end, &chance, DurationForecast(durations: facts.durations))
          let other = poll(until: end, &chance, nil)
          (learned.late, learned.polls) = (learned.late + one.late, learned.polls + one.polls)
          (unknown.late, unknown.polls) = (unknown.late + other.late, unknown.polls + other.polls)
        }
        facts.add(JournalLine.End(status: "succeeded", seconds: end))
      }
    }
    let count = Double(rounds * (jobs - start))
    return (
      Figures(late: learned.late / count, polls: learned.polls / count),
      Figures(late: unknown.late / count, polls: unknown.polls / count)
    )
  }

  @Test("A minute's job is learnt of within 0.65 s, with no more polls than one in 2 s")
  func minute() {
    let (learned, _) = Self.run(.around(60), skipping: 20)
    #expect(learned.late <= 0.65)
    // A poll each 2 s and a round trip, until the mean end.
    #expect(learned.polls <= 60 / 2.15 + 0.5)
  }

  static let misleading: [Workload] = [
    Workload(name: "from 20 to 200 s") { index, chance in
      20 * pow(10, Double(index) / Double(jobs)) * (0.9 + 0.2 * chance.unit())
    },
    Workload(name: "from 200 to 20 s") { index, chance in
      200 * pow(0.1, Double(index) / Double(jobs)) * (0.9 + 0.2 * chance.unit())
    },
    Workload(name: "from 200 to 20 s in 40 jobs") { index, chance in
      200 * pow(0.1, Double(index % 40) / 40) * (0.9 + 0.2 * chance.unit())
    },
    Workload(name: "60 s, then 12 s, every 30 jobs") { index, chance in
      (index / 30 % 2 == 0 ? 60 : 12) * (0.8 + 0.4 * chance.unit())
    },
    Workload(name: "60 s, then 300 s, every 30 jobs") { index, chance in
      (index / 30 % 2 == 0 ? 60 : 300) * (0.8 + 0.4 * chance.unit())
    },
    Workload(name: "120 s, then 10 s, every 10 jobs") { index, chance in
      (index / 10 % 2 == 0 ? 120 : 10) * (0.9 + 0.2 * chance.unit())
    },
    Workload(name: "12 s or 60 s") { _, chance in
      (chance.chance(0.5) ? 12 : 60) * (0.9 + 0.2 * chance.unit())
    },
    Workload(name: "90 s, rarely 8 s") { _, chance in
      (chance.chance(0.95) ? 90 : 8) * (0.9 + 0.2 * chance.unit())
    },
    Workload(name: "10 s, rarely 120 s") { _, chance in
      (chance.chance(0.95) ? 10 : 120) * (0.9 + 0.2 * chance.unit())
    },
    Workload(name: "anything from 4 to 600 s") { _, chance in
      4 * pow(150, chance.unit())
    },
  ]

  @Test(
    "Where the past misleads, learning is hardly worse than knowing nothing", arguments: misleading)
  func misled(_ workload: Workload) {
    let (learned, unknown) = Self.run(workload)
    #expect(learned.late <= unknown.late * 1.1, "\(learned.late) s, \(unknown.late) s")
    #expect(learned.polls <= unknown.polls * 1.1, "\(learned.polls), \(unknown.polls)")
  }

  @Test("A policy with a constant interval learns nothing, and two durations are too few")
  func constant() {
    let forecast = DurationForecast(durations: [60, 60, 60, 60])
    let every = PollingPolicy.every(.seconds(2))
    #expect(every.interval(elapsed: .seconds(50), random: 0.5, forecast: forecast) == .seconds(2))
    #expect(DurationForecast(durations: [60, 60]) == nil)
    #expect(DurationForecast(durations: [.nan, -1, 0, 60, 60]) == nil)
  }

  @Test("A client with a journal polls by what its earlier jobs took")
  func client() throws {
    let disk = MemoryDisk()
    var reads: [Int] = []
    for seed in 0..<12 {
      let world = World()
      let service = SimulatedService(world: world, seed: UInt64(seed)) { chance in
        (.zero, .seconds(60 * (0.9 + 0.2 * chance.unit())))
      }
      let client = try Fixture.client(
        world, service, journal: .inMemory(disk, process: seed))
      _ = world.run { try? await client.run(Sketch()) }
      reads.append(try #require(service.jobs.values.first).reads)
    }
    let (first, last) = (reads.prefix(3).reduce(0, +), reads.suffix(3).reduce(0, +))
    #expect(Double(last) < Double(first) * 0.8, "\(reads)")
  }
}
