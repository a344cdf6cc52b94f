#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The limits on what a journal keeps of jobs that are over.
package struct JournalRetention: Sendable {
  /// The time for which jobs are kept, in seconds.
  package var age: Double
  /// The number of jobs that are kept, the newest ones.
  package var count: Int
  /// The size of the file, in bytes, below which nothing is removed.
  package var minimumSize: Int
  /// Returns the date in seconds since 1970.
  package var now: @Sendable () -> Double

  package init(
    age: Double, count: Int = 100_000, minimumSize: Int = 4 << 20,
    now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
  ) {
    (self.age, self.count, self.minimumSize, self.now) = (age, count, minimumSize, now)
  }
}

/// Writes a journal anew without the jobs that were over long ago, and puts it in the place of the old
/// one. At every moment one of the two is whole.
///
/// Lines are copied as they are, with members that this version doesn't know, and so are lines of
/// events that it doesn't know.
struct JournalCompaction {
  let directory: String
  let files: JournalFiles
  let retention: JournalRetention

  /// Runs under the lock of the journal. Returns false if there is too little to remove.
  func run(_ index: JournalIndex) throws(SystemFailure) -> Bool {
    let removed = removable(index)
    guard removed.count * 4 > index.order.count else { return false }
    var old = JournalFile(path: directory + "/jobs.jsonl", files: files)
    defer { old.close() }
    guard case .replaced(let lines) = try old.catchUp() else { return false }
    var kept = summaries(of: removed, index)
    for line in lines {
      if let job = JournalLine.job(in: line) {
        if removed.contains(job) || index.summaries[job] != nil { continue }
        kept += line + [UInt8(ascii: "\n")]
      } else if JournalLine.isWhole(line) {
        kept += line + [UInt8(ascii: "\n")]
      }
    }
    try replace(by: kept)
    return true
  }

  private func replace(by bytes: [UInt8]) throws(SystemFailure) {
    let path = directory + "/jobs.jsonl.new"
    let file = try files.open(path, true)
    do throws(SystemFailure) {
      defer { files.close(file) }
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = try files.append(file, rest)
        guard count > 0 else { throw SystemFailure("can't write to", path, 0) }
        rest = rest.dropFirst(count)
      }
      try files.sync(file)
    } catch {
      try? files.remove(path)
      throw error
    }
    try files.rename(path, directory + "/jobs.jsonl")
    try files.syncDirectory(directory)
  }

  /// Jobs that are over and too old, or too many.
  private func removable(_ index: JournalIndex) -> Set<String> {
    let limit = retention.now() - retention.age
    let over = index.order.compactMap { index.records[$0] }.filter { !$0.isUnfinished }
    let surplus = max(0, over.count - retention.count)
    return Set(
      over.enumerated().filter { position, record in
        position < surplus || (record.endTime ?? record.time) < limit
      }.map(\.element.job))
  }

  /// Returns the costs of the removed jobs, a line for each model.
  private func summaries(of removed: Set<String>, _ index: JournalIndex) -> [UInt8] {
    var summaries: [String: JournalLine] = [:]
    func add(_ model: String, _ jobs: Int, _ cost: Double, _ time: Double) {
      let empty = JournalLine(
        job: JournalName.random(), time: time,
        event: .summary(JournalLine.Summary(model: model, jobs: 0, cost: 0)))
      var line = summaries[model] ?? empty
      guard case .summary(var summary) = line.event else { return }
      summary.jobs += jobs
      summary.cost += cost
      (line.event, line.time) = (.summary(summary), max(line.time, time))
      summaries[model] = line
    }
    for line in index.summaries.values {
      guard case .summary(let summary) = line.event else { continue }
      add(summary.model, summary.jobs, summary.cost, line.time)
    }
    for record in removed.compactMap({ index.records[$0] }) {
      add(record.intent.model, 1, record.charge, record.time)
    }
    return summaries.values.sorted { $0.time < $1.time }.flatMap(\.bytes)
  }
}
