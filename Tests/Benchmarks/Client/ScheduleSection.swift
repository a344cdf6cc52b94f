import Foundation
import ModelRuntime

extension Section {
  /// The delay and the polls with which the end of a job is learnt.
  static var poll: Section {
    Section(
      name: "poll",
      summary:
        "Simulated jobs, polled by what the earlier ones took (learned), by the square root of the "
        + "elapsed time, and every 2 or 5 s: mean seconds from a job's end until that is known, a "
        + "round trip of 0.15 s included, and mean polls of a job."
    ) { _ in
      let schedules = PollSchedule.all
      return FigureTable(
        columns: schedules.flatMap { ["\($0.name), s late", "polls"] },
        lines: PolledWorkload.all.map { workload in
          FigureTable.Line(
            name: workload.name,
            values: schedules.flatMap { schedule in
              let (late, polls) = workload.poll(by: schedule)
              return [late, polls]
            })
        })
    }
  }
}

/// A way of choosing the time until the next poll.
private struct PollSchedule {
  let name: String
  let policy: PollingPolicy
  var learns = false

  static var all: [PollSchedule] {
    [
      PollSchedule(name: "learned", policy: .adaptive, learns: true),
      PollSchedule(name: "√t", policy: .adaptive),
      PollSchedule(name: "2 s", policy: .every(.seconds(2))),
      PollSchedule(name: "5 s", policy: .every(.seconds(5))),
    ]
  }
}

/// Jobs that run one after the other.
private struct PolledWorkload {
  let name: String
  /// Jobs that aren't counted, since nothing is known before them.
  var warmUp = 0
  /// The seconds that a job takes, by its index.
  let duration: (Int, inout Chance) -> Double

  private static let jobs = 240
  private static let rounds = 10
  private static let roundTrip = 0.15

  func poll(by schedule: PollSchedule) -> (late: Double, polls: Double) {
    var chance = Chance(state: 7)
    var (late, polls, count) = (0.0, 0.0, 0.0)
    for _ in 0..<Self.rounds {
      var durations: [Double] = []
      for index in 0..<Self.jobs {
        let end = duration(index, &chance)
        let forecast = schedule.learns ? DurationForecast(durations: durations) : nil
        var (time, asked, isOver) = (0.0, 0.0, false)
        while !isOver {
          let interval = schedule.policy.interval(
            elapsed: .seconds(time), random: chance.unit(), forecast: forecast)
          time +=
            Double(interval.components.seconds) + Double(interval.components.attoseconds) / 1e18
          asked += 1
          // The state is read in the middle of the round trip.
          isOver = time + Self.roundTrip / 2 >= end
          time += Self.roundTrip
        }
        if index >= warmUp { (late, polls, count) = (late + time - end, polls + asked, count + 1) }
        durations = durations.suffix(DurationForecast.capacity - 1) + [end]
      }
    }
    return (late / count, polls / count)
  }

  private static func around(_ seconds: Double) -> PolledWorkload {
    PolledWorkload(name: "\(Int(seconds)) s ± 20 %", warmUp: 20) { _, chance in
      seconds * chance.between(0.8, 1.2)
    }
  }

  /// One of two durations, each for so many jobs.
  private static func steps(_ first: Double, _ second: Double, every count: Int) -> PolledWorkload {
    PolledWorkload(name: "\(Int(first)) s, then \(Int(second)) s, every \(count) jobs") {
      index, chance in
      (index / count % 2 == 0 ? first : second) * chance.between(0.8, 1.2)
    }
  }

  private static func drift(_ first: Double, _ last: Double, in count: Int) -> PolledWorkload {
    PolledWorkload(name: "from \(Int(first)) to \(Int(last)) s in \(count) jobs") { index, chance in
      first * pow(last / first, Double(index % count) / Double(count)) * chance.between(0.9, 1.1)
    }
  }

  private static func peaks(_ first: Double, _ second: Double, _ share: Double) -> PolledWorkload {
    PolledWorkload(name: "\(Int(first)) s, \(Int(share * 100)) % \(Int(second)) s") { _, chance in
      (chance.unit() < share ? second : first) * chance.between(0.9, 1.1)
    }
  }

  static var all: [PolledWorkload] {
    [
      around(4), around(12), around(60), around(300),
      PolledWorkload(name: "60 s, lognormal, σ 0.25", warmUp: 20) { _, chance in
        60 * exp(0.25 * chance.normal())
      },
      PolledWorkload(name: "60 s, lognormal, σ 1") { _, chance in 60 * exp(chance.normal()) },
      drift(20, 200, in: 240), drift(200, 20, in: 240), drift(200, 20, in: 40),
      steps(60, 12, every: 30), steps(60, 300, every: 30), steps(120, 10, every: 10),
      peaks(12, 60, 0.5), peaks(90, 8, 0.05), peaks(10, 120, 0.05),
      PolledWorkload(name: "anything from 4 to 600 s") { _, chance in 4 * pow(150, chance.unit()) },
    ]
  }
}

/// Numbers that are the same in each run (SplitMix64).
private struct Chance {
  var state: UInt64

  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ mixed >> 31) >> 11) * 0x1p-53
  }

  mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

  mutating func normal() -> Double {
    (-2 * log(max(1e-12, unit()))).squareRoot() * cos(2 * .pi * unit())
  }
}
