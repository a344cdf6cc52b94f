import Foundation
import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// A disk that fails keeps jobs from being submitted, and takes none away.
@Suite("Failing disks") struct FailingDiskTests {
  /// No space, an input or output error, read-only.
  static let codes: [Int32] = [28, 5, 30]

  @Test(
    "Nothing is submitted that can't be recorded",
    arguments: [MemoryDisk.Call.append, .sync, .open, .lock], codes)
  func intent(_ call: MemoryDisk.Call, _ code: Int32) async throws {
    let disk = MemoryDisk()
    let fixture = try JobKeyTests.fixture(disk)
    _ = JobKeyTests.run(fixture, key: "before")
    disk.fail(call, code)
    guard case .failure(let error) = JobKeyTests.run(fixture, key: "k"),
      case .journal(.unavailable(let text)) = error.reason
    else {
      // Files that are open already need not be opened again.
      #expect(call == .open)
      return
    }
    #expect(text.contains(call.rawValue))
    #expect(error.recoverySuggestion != nil)
    #expect(fixture.posts == 1)
    disk.fail(call, nil)
    #expect(try await #require(fixture.client.journal).unfinished().isEmpty)
    #expect(try JobKeyTests.run(fixture, key: "k")?.get().image != nil)
    #expect(fixture.posts == 2)
  }

  @Test("An intent that could neither be made durable nor taken back doesn't block its key")
  func stuckIntent() throws {
    let disk = MemoryDisk()
    let fixture = try JobKeyTests.fixture(disk)
    disk.fail(.sync, 5)
    disk.fail(.truncate, 5)
    _ = JobKeyTests.run(fixture, key: "k")
    #expect(fixture.posts == 0)
    disk.fail(.sync, nil)
    #expect(try JobKeyTests.run(fixture, key: "k")?.get().image != nil)
    #expect(fixture.posts == 1)
  }

  @Test(
    "A job that was accepted when the disk was full goes on, and is recorded when there is space")
  func accepted() async throws {
    let disk = MemoryDisk()
    let fixture = try JobKeyTests.fixture(disk)
    let journal = try #require(fixture.client.journal)
    let baseURL = try #require(URL(string: "https://a.example"))
    let handle = try #require(
      JobHandle(jobID: "r-7", modelID: "acme/sketch", baseURL: baseURL))
    let job = try await JournalFileTests.submit("late", in: journal)
    disk.fail(.append, 28)
    await JournalTicket(journal: journal, job: job, timeOfDay: { 1 }).settle(.success(handle))
    guard case .failure? = JobKeyTests.run(fixture, key: "other") else {
      Issue.record("a job was submitted that can't be recorded")
      return
    }
    #expect(!(disk.text("jobs.jsonl") ?? "").contains("r-7"))
    disk.fail(.append, nil)
    #expect(try await journal.entry(forKey: "late")?.handle?.jobID == "r-7")
    let text = try #require(disk.text("jobs.jsonl"))
    #expect(text.contains("r-7"))
    #expect(text.split(separator: "\n").allSatisfy { JournalLine(Array($0.utf8)) != nil })
  }
}
