/// The state of a journal in this process: what its lines say, and the files that they are in.
///
/// Only the thread that works for the journal uses it.
struct JournalStore {
  let directory: String
  let files: JournalFiles
  let retention: JournalRetention
  private(set) var index = JournalIndex()
  private(set) var writers: JournalWriters
  private var lock: JournalLock
  private var file: JournalFile
  /// Lines of the operation that runs.
  private var added: [JournalLine] = []
  /// Lines that couldn't be written, and are written before any other.
  private var unsaved: [JournalLine] = []
  /// A Boolean value that indicates whether lines were read or written that may not be on the disk yet: a
  /// process can end between writing a line and making it durable.
  private var hasUnsyncedLines = false
  /// The size of the file when it was last compacted, or found to have little to remove.
  private var compactedSize = 0

  init(directory: String, files: JournalFiles, retention: JournalRetention) {
    (self.directory, self.files, self.retention) = (directory, files, retention)
    writers = JournalWriters(directory: directory, files: files)
    lock = JournalLock(path: directory + "/lock", files: files)
    file = JournalFile(path: directory + "/jobs.jsonl", files: files)
  }

  /// Adds a line for the operation that runs.
  mutating func add(_ line: JournalLine) {
    added.append(line)
    index.apply(line)
  }

  /// The name under which this process submits.
  mutating func writer() throws(JobJournal.Problem) -> String {
    do throws(SystemFailure) { return try writers.ownName() } catch {
      throw JobJournal.Problem(error)
    }
  }

  mutating func spent(in scope: CallOptions.Budget.Scope) -> Double { index.spent(in: scope) }

  /// Runs operations, and returns when their lines are on the disk: all with one write.
  mutating func commit(_ operations: [JournalOperation]) {
    let opening = begin()
    defer { lock.release() }
    var lines: [[JournalLine]] = []
    for operation in operations {
      added = []
      if opening == nil || operation.keepsLines { operation.run(&self) }
      lines.append(added)
    }
    let isDurable = zip(operations, lines).contains { operation, lines in
      operation.isDurable && (!lines.isEmpty || hasUnsyncedLines)
    }
    let failure = opening ?? save(unsaved + lines.joined(), isDurable: isDurable)
    if failure == nil { unsaved = [] }
    if failure != nil { keep(operations, lines) }
    // Without the lock, a line may be read that is only half written.
    if failure != nil, opening == nil { _ = try? catchUp() }
    for (operation, lines) in zip(operations, lines) {
      let isFine = operation.keepsLines || (opening == nil && lines.isEmpty)
      operation.finish(isFine ? nil : failure.map { JobJournal.Problem($0) })
    }
    if failure == nil { compactIfLarge() }
  }

  /// Closes the files.
  mutating func close() {
    if writers.hasFile, begin() == nil { writers.close() }
    lock.release()
    lock.close()
    file.close()
  }

  /// Removes what processes that were ended left behind.
  func removeRemains() { writers.removeDead() }

  private mutating func begin() -> SystemFailure? {
    do throws(SystemFailure) {
      let (directory, files) = (directory, files)
      try lock.acquire { () throws(SystemFailure) in
        try files.makeDirectory(directory)
        try files.syncDirectory(directory + "/..")
      }
      try catchUp()
      return nil
    } catch {
      return error
    }
  }

  private mutating func catchUp() throws(SystemFailure) {
    switch try file.catchUp() {
    case .grew(let lines): apply(lines)
    case .replaced(let lines): rebuild(lines)
    case .created:
      // The folder was lost, or is new. What still matters of the old one is written again.
      let unfinished = index.order.compactMap { index.records[$0] }.filter(\.isUnfinished)
      unsaved = unfinished.flatMap(\.lines) + unsaved
      rebuild([])
      try files.syncDirectory(directory)
    }
  }

  private mutating func rebuild(_ lines: [[UInt8]]) {
    index = JournalIndex()
    apply(lines)
    for line in unsaved { index.apply(line) }
  }

  private mutating func apply(_ lines: [[UInt8]]) {
    if !lines.isEmpty { hasUnsyncedLines = true }
    for line in lines.lazy.compactMap({ JournalLine($0) }) { index.apply(line) }
  }

  /// Writes lines. If that fails, none of them stays in the file as far as that is possible.
  private mutating func save(_ lines: [JournalLine], isDurable: Bool) -> SystemFailure? {
    if lines.isEmpty, !isDurable { return nil }
    do throws(SystemFailure) {
      var before: Int?
      if !lines.isEmpty {
        before = try file.append(lines.flatMap(\.bytes))
        hasUnsyncedLines = true
      }
      guard isDurable || !unsaved.isEmpty else { return nil }
      do throws(SystemFailure) {
        try file.sync()
      } catch {
        if let before, !file.takeBack(to: before) { takeBackIntents(of: lines) }
        throw error
      }
      hasUnsyncedLines = false
      return nil
    } catch {
      return error
    }
  }

  /// A submission that is refused because its intent isn't durable will never be sent.
  private mutating func takeBackIntents(of lines: [JournalLine]) {
    for line in lines {
      guard case .intent = line.event, !unsaved.contains(where: { $0.job == line.job }) else {
        continue
      }
      unsaved.append(
        JournalLine(
          job: line.job, time: line.time,
          event: .notSubmitted(reason: "the intent could not be recorded")))
    }
  }

  /// Keeps the lines that tell of something that has happened already, and forgets the others.
  private mutating func keep(_ operations: [JournalOperation], _ lines: [[JournalLine]]) {
    for (operation, lines) in zip(operations, lines) where operation.keepsLines { unsaved += lines }
  }

  private mutating func compactIfLarge() {
    let limit = max(retention.minimumSize, 2 * compactedSize)
    guard file.size > limit else { return }
    let compaction = JournalCompaction(
      directory: directory, files: files, retention: retention)
    let isDone = (try? compaction.run(index)) ?? false
    if isDone { file.close() }
    _ = try? catchUp()
    compactedSize = file.size
  }
}

/// Something that is done under the lock of a journal.
struct JournalOperation: Sendable {
  /// A Boolean value that indicates whether its lines must be on the disk before it is over.
  let isDurable: Bool
  /// A Boolean value that indicates whether its lines tell of something that has happened already. They
  /// are kept in memory while they can't be written.
  let keepsLines: Bool
  let run: @Sendable (inout JournalStore) -> Void
  let finish: @Sendable (JobJournal.Problem?) -> Void
}
