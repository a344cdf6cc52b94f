import Foundation
import ModelTransport
import Testing

@testable import ModelRuntime

/// Runs each test of a suite twice: with clients that have no journal, and with clients that have one.
struct JournalledScope: SuiteTrait, TestTrait, TestScoping {
  /// A Boolean value that indicates whether clients get a journal.
  @TaskLocal static var isOn = false

  var isRecursive: Bool { true }

  func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { testCase == nil ? nil : self }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await function()
    try await JournalledScope.$isOn.withValue(true) { try await function() }
  }
}

extension Trait where Self == JournalledScope {
  /// With and without a journal.
  static var withAndWithoutJournal: Self { Self() }
}

extension JobJournal {
  /// Opens a journal on a disk in memory, which works on the thread that asks it.
  static func inMemory(
    _ disk: MemoryDisk = MemoryDisk(), process: Int = 0, path: String = "/journal",
    retention: JournalRetention = JournalRetention(age: 86_400, now: { 1_800_000_000 })
  ) throws -> JobJournal {
    try JobJournal(
      at: URL(fileURLWithPath: path), files: disk.files(for: process), retention: retention,
      executor: { work in
        work()
        return true
      })
  }
}
