import Foundation
import TestSupport
import Testing

@testable import ModelRuntime

/// The files of a journal on a real disk, and on one in memory.
@Suite("Files of the journal") struct JournalFileTests {
  static func claim(_ key: String?, body: String = "b", time: Double = 1_800_000_000)
    -> JournalClaim
  {
    JournalClaim(
      key: key, model: "acme/sketch", service: "https://a.example", body: body, budget: nil,
      time: time)
  }

  static func submit(
    _ key: String?, in journal: JobJournal, time: Double = 1_800_000_000
  ) async throws -> String {
    let outcome = try await journal.perform(isDurable: true) { store throws(JobJournal.Problem) in
      try claim(key, time: time).settle(in: &store)
    }
    guard case .submit(let job) = outcome else { throw JobJournal.Problem.invalidKey }
    return job
  }

  static func add(_ event: JournalLine.Event, to job: String, in journal: JobJournal) async throws {
    try await journal.perform(isDurable: true) { store throws(JobJournal.Problem) in
      store.add(JournalLine(job: job, time: 1_800_000_001, event: event))
    }
  }

  @Test("Only the owner can read a journal, and several open it at the same time")
  func permissions() async throws {
    let folder = try TemporaryFolder()
    let directory = URL(fileURLWithPath: folder.path("state/modelgen"))
    let first = try JobJournal(at: directory)
    let second = try JobJournal(at: directory)
    let job = try await Self.submit("k", in: first)
    #expect(try await second.unfinished().map(\.state) == [.submitting])
    try await Self.add(.accepted(id: "r-1"), to: job, in: first)
    #expect(try await second.unfinished().map(\.handle?.jobID) == ["r-1"])
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(directory.path) == 0o700)
    #expect(try mode(directory.path + "/jobs.jsonl") == 0o600)
    #expect(try folder.read("state/modelgen/jobs.jsonl").split(separator: "\n").count == 2)
  }

  @Test("The submission of a program that ended is unknown, that of one that runs isn't")
  func writers() async throws {
    let folder = try TemporaryFolder()
    let directory = URL(fileURLWithPath: folder.root)
    let observer = try JobJournal(at: directory)
    var writer: JobJournal? = try JobJournal(at: directory)
    if let writer { _ = try await Self.submit("k", in: writer) }
    #expect(try await observer.entry(forKey: "k")?.state == .submitting)
    writer = nil
    let entry = try #require(try await observer.entry(forKey: "k"))
    guard case .unknown = entry.state else {
      Issue.record("\(entry.state)")
      return
    }
    #expect(entry.isUnfinished)
  }

  @Test("A last line that was cut harms no other")
  func cutLine() async throws {
    let disk = MemoryDisk()
    let first = try JobJournal.inMemory(disk)
    let job = try await Self.submit("k", in: first)
    disk.write("jobs.jsonl", (disk.text("jobs.jsonl") ?? "") + #"{"v":1,"event":"acc"#)
    let second = try JobJournal.inMemory(disk)
    #expect(try await second.entries().count == 1)
    try await Self.add(.accepted(id: "r-1"), to: job, in: second)
    #expect(try await first.entry(forKey: "k")?.handle?.jobID == "r-1")
    #expect(try await JobJournal.inMemory(disk).entry(forKey: "k")?.handle?.jobID == "r-1")
  }

  @Test("A journal whose folder was deleted keeps its unfinished jobs")
  func lostFolder() async throws {
    let folder = try TemporaryFolder()
    let directory = URL(fileURLWithPath: folder.path("journal"))
    let journal = try JobJournal(at: directory)
    let job = try await Self.submit("k", in: journal)
    try await Self.add(.accepted(id: "r-1"), to: job, in: journal)
    try folder.remove("journal")
    #expect(try await journal.unfinished().map(\.handle?.jobID) == ["r-1"])
    let other = try await Self.submit("l", in: journal)
    try await Self.add(.accepted(id: "r-2"), to: other, in: journal)
    #expect(
      try await JobJournal(at: directory).unfinished().map(\.handle?.jobID) == ["r-1", "r-2"])
  }

  @Test("A folder that can't be made is an error that names it")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "text")
    #expect {
      try JobJournal(at: URL(fileURLWithPath: folder.path("file/journal")))
    } throws: { error in
      "\(error)".contains("file/journal")
    }
  }

  @Test("Compacting removes what was over long ago, and nothing else")
  func compaction() async throws {
    let disk = MemoryDisk()
    let retention = JournalRetention(
      age: 1_000, count: 3, minimumSize: 4_000, now: { 1_800_000_000 })
    let journal = try JobJournal.inMemory(disk, retention: retention)
    let unknown = try await Self.submit("unknown", in: journal, time: 1)
    try await Self.add(.unclear(reason: "reset"), to: unknown, in: journal)
    let running = try await Self.submit("running", in: journal, time: 2)
    try await Self.add(.accepted(id: "r"), to: running, in: journal)
    disk.write(
      "jobs.jsonl",
      (disk.text("jobs.jsonl") ?? "") + #"{"v":7,"event":"moved","job":"\#(running)","to":3}"#
        + "\n")
    for index in 0..<60 {
      let job = try await Self.submit("k\(index)", in: journal)
      try await Self.add(.accepted(id: "r\(index)"), to: job, in: journal)
      let end = JournalLine.End(status: "succeeded", output: nil, cost: 0.5, seconds: 10)
      try await Self.add(.ended(end), to: job, in: journal)
    }
    let text = try #require(disk.text("jobs.jsonl"))
    #expect(text.utf8.count < 16_000)
    #expect(text.contains(#""event":"moved""#))
    for journal in [journal, try JobJournal.inMemory(disk, process: 2)] {
      let entries = try await journal.entries()
      #expect(entries.count < 40)
      #expect(try await journal.unfinished().map(\.key) == ["unknown", "running"])
      #expect(try await journal.entry(forKey: "k59")?.state == .ended(.succeeded))
      #expect(try await journal.entry(forKey: "k0") == nil)
      let spent = try await journal.perform { store throws(JobJournal.Problem) in
        store.spent(in: CallOptions.Budget.Scope(since: nil, keyPrefix: nil))
      }
      #expect(spent == 30, "what the removed jobs cost isn't forgotten")
    }
  }

  @Test("Whatever call fails while a journal is compacted, no job is lost")
  func failingCompaction() async throws {
    for call in [MemoryDisk.Call.rename, .syncDirectory, .append, .sync, .open] {
      let disk = MemoryDisk()
      let retention = JournalRetention(age: 1, count: 0, minimumSize: 1, now: { 1_900_000_000 })
      let journal = try JobJournal.inMemory(
        disk, retention: JournalRetention(age: 1, count: 0, minimumSize: .max, now: { 1 }))
      for index in 0..<8 {
        let job = try await Self.submit("k\(index)", in: journal)
        if index < 6 { try await Self.add(.notSubmitted(reason: "x"), to: job, in: journal) }
      }
      disk.fail(call, 28)
      _ = try? JobJournal.inMemory(disk, process: 1, retention: retention)
      disk.fail(call, nil)
      let keys = try await JobJournal.inMemory(disk, process: 2).unfinished().map(\.key)
      #expect(keys == ["k6", "k7"], "\(call)")
    }
  }
}
