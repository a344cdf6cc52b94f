/// The jobs that are remembered: those that are under way, and the finished ones for a while.
struct JobTable {
  private var jobs: [String: Job] = [:]
  /// In the order of acceptance, which with one pace for all is that of their ends.
  private var order: [String] = []
  private var first = 0
  private let pace: Pace
  private let limit: Int

  init(pace: Pace, limit: Int) {
    self.pace = pace
    self.limit = max(1, limit)
  }

  /// Returns the job with an ID, or `nil` if the ID is unknown or has expired.
  func job(_ id: String, at now: Duration) -> Job? {
    guard let job = jobs[id], now < job.end(pace) + pace.retention else { return nil }
    return job
  }

  /// Removes the oldest finished jobs if necessary, and returns a Boolean value that indicates
  /// whether another job fits.
  mutating func makeRoom(at now: Duration) -> Bool {
    while first < order.count, let oldest = jobs[order[first]] {
      let end = oldest.end(pace)
      guard now >= end + pace.retention || jobs.count >= limit && now >= end else { break }
      jobs[order[first]] = nil
      first += 1
    }
    if first > 1_024, first > order.count / 2 {
      order.removeFirst(first)
      first = 0
    }
    return jobs.count < limit
  }

  mutating func add(_ job: Job, id: String) {
    jobs[id] = job
    order.append(id)
  }

  mutating func cancel(_ id: String, at now: Duration) { jobs[id]?.cancelled = now }
}
