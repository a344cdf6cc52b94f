import Foundation
import TestSupport
import Testing

@testable import ModelRuntime

/// Programs that are killed at any moment, and started again.
///
/// `MODELGEN_KILLS=10000` kills that many programs instead of a few.
@Suite("Killed programs", .serialized) struct KillTests {
  private static let count = TestData.variable("MODELGEN_KILLS").flatMap { Int($0) } ?? 60

  /// One folder and one service, and the programs that use them.
  private struct Run {
    let service: JobCounter
    let folder: TemporaryFolder
    let keys: [String]
    /// Job IDs that a program had told before it was killed.
    var told: Set<String> = []

    /// Jobs that were over long ago, so that the first program compacts the journal.
    private static let old: String = (0..<20).map { index in
      let job = #""job":"old-\#(index)","time":"2020-01-01T00:00:00.000Z""#
      return
        #"{"v":1,"event":"intent",\#(job),"model":"acme/sketch","service":"https://a.example"}"#
        + "\n" + #"{"v":1,"event":"ended",\#(job),"status":"failed"}"# + "\n"
    }.joined()

    init(keys: Int) throws {
      service = try JobCounter()
      folder = try TemporaryFolder()
      try folder.write("journal/jobs.jsonl", Self.old)
      self.keys = (0..<keys).map { "order-\($0)" }
    }

    func start(endingAt step: Int) throws -> ChildProcess {
      try ChildProcess(
        BuildFolder.program("journal-client"),
        [folder.path("journal"), service.baseURL, "\(step)"] + keys, in: folder.root,
        variables: ["SWIFT_BACKTRACE": "enable=no"])
    }

    mutating func note(_ ending: ChildProcess.Ending) {
      for line in ending.out.split(separator: "\n") where line.hasPrefix("id ") {
        line.split(separator: " ").last.map { _ = told.insert(String($0)) }
      }
    }

    /// Runs the program to its end, and checks everything that was promised.
    mutating func check(_ comment: Comment) async throws {
      let ending = try await start(endingAt: 0).ended()
      note(ending)
      #expect(ending.code == 0, "\(comment): \(ending.text)")
      let journal = try JobJournal(at: URL(fileURLWithPath: folder.path("journal")))
      let unfinished = try await journal.unfinished()
      let recorded = Set(try await journal.entries().compactMap(\.handle?.jobID))
      let text = try folder.read("journal/jobs.jsonl")
      #expect(service.posts.values.allSatisfy { $0 == 1 }, "\(comment): \(service.posts)\n\(text)")
      #expect(told.isSubset(of: recorded), "\(comment): an ID was lost\n\(text)")
      let unknown = Set(unfinished.filter { $0.handle == nil }.compactMap(\.key))
      for key in keys {
        let isDone = ending.out.contains("done \(key)\n")
        let isUnknown = ending.out.contains("unknown \(key)\n")
        #expect(isDone != isUnknown, "\(comment): \(ending.text)")
        #expect(isUnknown == unknown.contains(key), "\(comment): \(key) isn't listed\n\(text)")
      }
      for (id, key) in service.jobs {
        #expect(
          recorded.contains(id) || unknown.contains(key), "\(comment): \(id) was lost\n\(text)")
      }
    }
  }

  @Test("A program killed at any step submits no job twice and loses none")
  func steps() async throws {
    var chance = SeededGenerator(3)
    let whole = try await Run(keys: 3).start(endingAt: 0).ended()
    let steps = try #require(
      whole.out.split(separator: " ").last.flatMap { word in
        Int(word.filter(\.isNumber))
      })
    #expect(steps > 30)
    for index in 0..<Self.count {
      var run = try Run(keys: 1 + chance.next(below: 4))
      // A few are killed a second time, or many times.
      for _ in 0...chance.next(below: 3) {
        run.note(try await run.start(endingAt: 1 + chance.next(below: steps + 10)).ended())
      }
      try await run.check("run \(index)")
    }
  }

  @Test("A program killed at any time submits no job twice and loses none")
  func times() async throws {
    var chance = SeededGenerator(4)
    for index in 0..<Self.count / 4 {
      var run = try Run(keys: 3)
      let program = try run.start(endingAt: 0)
      try await Task.sleep(for: .microseconds(chance.next(below: 150_000)))
      program.kill()
      run.note(try await program.ended())
      try await run.check("run \(index)")
    }
  }

  @Test("Two programs with the same keys, one of which is killed, submit no job twice")
  func two() async throws {
    var chance = SeededGenerator(5)
    for index in 0..<Self.count / 4 {
      var run = try Run(keys: 3)
      let killed = try run.start(endingAt: chance.chance(0.7) ? 1 + chance.next(below: 60) : 0)
      let other = try run.start(endingAt: 0)
      run.note(try await killed.ended())
      let ending = try await other.ended()
      #expect(ending.code == 0, "run \(index): \(ending.text)")
      run.note(ending)
      try await run.check("run \(index)")
    }
  }
}
