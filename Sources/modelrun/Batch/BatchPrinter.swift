import ModelRuntime
import ToolSupport

/// Prints the results of a batch in the order of its lines or as they come, and counts them.
actor BatchPrinter {
  private let console: Console
  private let progress: ProgressLine?
  private let isOrdered: Bool
  private let total: Int
  /// The numbers of the lines in their order.
  private let order: [Int]
  private var next = 0
  private var waiting: [Int: BatchRecord] = [:]
  private var counts: [BatchRecord.Status: Int] = [:]
  private var earlier = 0
  private var cost = 0.0
  private let start = ContinuousClock.now

  init(_ order: [Int], isOrdered: Bool, terminal: Terminal?, console: Console) {
    (self.order, self.isOrdered, self.console) = (order, isOrdered, console)
    total = order.count
    progress = terminal.map { ProgressLine($0, console: console) }
  }

  /// - Parameter isEarlier: A Boolean value that indicates whether an earlier command ran the line.
  func add(_ record: BatchRecord, isEarlier: Bool = false) async {
    counts[record.status, default: 0] += 1
    cost += record.cost ?? 0
    if isEarlier { earlier += 1 }
    if isOrdered {
      waiting[record.line] = record
      await printReady()
    } else {
      await print([record])
    }
    if !isEarlier { await progress?.show(status) }
  }

  func line(_ text: String) async {
    guard let progress else { return console.error(text) }
    let console = console
    await progress.print { console.error(text) }
  }

  /// Prints what waits for lines that have no result, and the summary.
  func end() async {
    await progress?.end()
    await print(order[next...].compactMap { waiting[$0] })
    waiting = [:]
    next = order.count
    console.error(summary)
  }

  private func printReady() async {
    var ready: [BatchRecord] = []
    while next < order.count, let record = waiting.removeValue(forKey: order[next]) {
      ready.append(record)
      next += 1
    }
    await print(ready)
  }

  private func print(_ records: [BatchRecord]) async {
    if records.isEmpty { return }
    let console = console
    let lines = { for record in records { console.out(json: record.json.description) } }
    if let progress { await progress.print(lines) } else { lines() }
  }

  func count(_ status: BatchRecord.Status) -> Int { counts[status] ?? 0 }

  private var done: Int { counts.values.reduce(0, +) }

  /// `120 of 200 done, 2 failed, 3.1/s, $4.80, 26 s left`
  private var status: String {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let fresh = Double(done - earlier)
    let rate = seconds > 0 ? fresh / seconds : 0
    var parts = ["\(done) of \(total) done"]
    let failed = done - count(.succeeded)
    if failed > 0 { parts.append("\(failed) failed") }
    parts.append("\((rate * 10).rounded() / 10)/s")
    parts.append(USDollars.text(cost))
    if rate > 0, rate.isFinite {
      parts.append("\(Elapsed.text(seconds: Int64(Double(total - done) / rate))) left")
    }
    return parts.joined(separator: ", ")
  }

  /// `200 lines: 198 succeeded (12 before), 1 failed, 1 unknown, cost $5.94`
  private var summary: String {
    var parts = ["\(count(.succeeded)) succeeded\(earlier > 0 ? " (\(earlier) before)" : "")"]
    let others: [(BatchRecord.Status, String)] = [
      (.failed, "failed"), (.unknown, "unknown"), (.notSubmitted, "not submitted"),
      (.invalid, "invalid"), (.unfinished, "unfinished"),
    ]
    parts += others.compactMap { status, word in
      count(status) > 0 ? "\(count(status)) \(word)" : nil
    }
    if total > done { parts.append("\(total - done) not started") }
    parts.append("cost \(USDollars.text(cost))")
    return "\(total) \(total == 1 ? "line" : "lines"): \(parts.joined(separator: ", "))"
  }
}
