/// Times the contenders of a section in turns, so that a busy machine slows all of them alike.
struct Harness {
  private let options: Options
  private var rounds: Int { options.rounds }
  /// A round lasts about so long for each contender: short work is repeated.
  let roundLength: Duration = .milliseconds(60)

  private let clock = ContinuousClock()

  init(_ options: Options) { self.options = options }

  func measure(_ section: Section) throws -> SectionResult.Outcome {
    switch section.work {
    case .contenders(let prepare): .race(try measure(try prepare()))
    case .programs(let measure): .race(try measure(rounds))
    case .figures(let measure): .figures(try measure(options))
    }
  }

  private func measure(_ workload: Workload) throws -> [Row] {
    let repeats = try workload.contenders.map(repeatsPerRound)
    var times = [[Double]](repeating: [], count: workload.contenders.count)
    for _ in 0..<rounds {
      for (index, contender) in workload.contenders.enumerated() {
        times[index].append(try seconds(of: contender, repeats: repeats[index]))
      }
    }
    return workload.contenders.indices.map { index in
      Row(
        name: workload.contenders[index].name,
        seconds: median(times[index]),
        bytesPerSecond: Double(workload.byteCount) / median(times[index]),
        speedup: median(zip(times[0], times[index]).map { $0 / $1 }),
        leastSeconds: times[index].min(), remark: workload.contenders[index].remark)
    } + workload.absent
  }

  /// The first run, which also warms up, tells how often the work fits into a round.
  private func repeatsPerRound(_ contender: Contender) throws -> Int {
    if case .timesItself = contender.work { return 1 }
    let first = try seconds(of: contender, repeats: 1)
    return max(1, min(100_000, Int(roundLength / .seconds(max(first, 1e-7)))))
  }

  private func seconds(of contender: Contender, repeats: Int) throws -> Double {
    switch contender.work {
    case .timesItself(let round): return try round(roundLength)
    case .run(let run):
      let elapsed = try clock.measure {
        for _ in 0..<repeats { try run() }
      }
      return elapsed / .seconds(1) / Double(repeats)
    }
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

/// The medians of one contender.
struct Row {
  let name: String
  let seconds: Double
  let bytesPerSecond: Double
  /// The speed relative to the first contender, within the same rounds.
  let speedup: Double
  /// Set where the contender is a program.
  var program: ProgramFacts?
  /// Of the best round, which a busy machine disturbs least; nil where `seconds` is that.
  var leastSeconds: Double?
  /// Said under the table.
  var remark: String?
  /// A peer that the machine doesn't have: no figure counts.
  var isAbsent = false
}

extension Row {
  /// A contender that took no part.
  init(name: String, absentBecause reason: String) {
    self.init(
      name: name, seconds: .nan, bytesPerSecond: .nan, speedup: .nan, remark: reason,
      isAbsent: true)
  }
}

/// The input of a program, and its running time.
struct ProgramFacts {
  let models: Int
  let workSeconds: Double
  let peakBytes: Int
}
