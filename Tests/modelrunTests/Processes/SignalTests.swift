import Foundation
import RawServer
import Testing
import TestSupport

/// Signals that end a process, at any moment: no job that was accepted may be lost without a word.
@Suite("Signals during a run") struct SignalTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// The number of runs for each signal; `MODELRUN_SIGNAL_RUNS=400` for figures.
  private static let runs =
    TestData.variable("MODELRUN_SIGNAL_RUNS").flatMap { Int($0) } ?? 15

  /// Those that this process, and so its children, doesn't ignore: a shell starts what runs in the
  /// background so.
  private static let signals = [SIGINT, SIGTERM, SIGHUP].filter { number in
    let former = signal(number, SIG_DFL)
    signal(number, former)
    return unsafeBitCast(former, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private func run(_ service: HeldService, _ more: String...) throws -> ChildProcess {
    try sandbox.start(
      ["run", "acme/sketch/draw", "--set", "prompt=x", "--base-url", service.baseURL] + more)
  }

  /// The effects of a run that was ended at some moment.
  private struct Trace {
    var accepted: [String]
    var ending: ChildProcess.Ending

    var named: Bool { accepted.allSatisfy { ending.text.contains($0) } }
    var isHonest: Bool { ending.text.contains("whether the job was submitted is unknown") }
  }

  @Test("No accepted job is lost when a signal comes at any moment", arguments: signals)
  func everyAcceptedJobIsNamed(_ signal: Int32) async throws {
    var random = SeededGenerator(seed: UInt64(signal))
    let pauses = (0..<Self.runs).map { _ in Int.random(in: 20...1_200, using: &random) }
    var traces: [Trace] = []
    try await withThrowingTaskGroup(of: Trace.self) { group in
      for (index, pause) in pauses.enumerated() {
        if index >= 4, let trace = try await group.next() { traces.append(trace) }
        let isJSON = index.isMultiple(of: 2)
        group.addTask { try await trace(signal, after: pause, isJSON: isJSON) }
      }
      for try await trace in group { traces.append(trace) }
    }
    let taken = traces.filter { !$0.accepted.isEmpty }
    let lost = taken.filter { !$0.named && !$0.isHonest }
    let unknown = taken.filter { !$0.named && $0.isHonest }
    print(
      "signal \(signal): \(traces.count) runs, \(taken.count) accepted,",
      "\(unknown.count) told as unknown, \(lost.count) lost")
    #expect(lost.isEmpty, "\(lost.first?.ending.code ?? 0): \(lost.first?.ending.text ?? "")")
    #expect(taken.allSatisfy { $0.accepted.count == 1 && !$0.ending.isCrash })
    #expect(taken.allSatisfy { $0.ending.code == ($0.named ? 130 : 3) })
  }

  private func trace(_ signal: Int32, after pause: Int, isJSON: Bool) async throws -> Trace {
    let service = try HeldService { usleep(300_000) }
    let process = isJSON ? try run(service, "--json") : try run(service)
    try await Task.sleep(for: .milliseconds(pause))
    process.send(signal)
    let ending = try await process.ended()
    return Trace(accepted: service.accepted, ending: ending)
  }

  @Test("A signal gives a submission time to return its job", arguments: signals)
  func theAnswerIsWaitedFor(_ signal: Int32) async throws {
    let answer = Signal()
    let service = try HeldService { answer.block() }
    let (seen, ending) = try await onThread {
      let process = try run(service)
      let isAccepted = process.prints { _ in !service.accepted.isEmpty }
      process.send(signal)
      // What `timeout` does, and a shell whose terminal is closed.
      if signal != SIGINT { process.send(signal) }
      let isTold = process.prints { $0.error.contains("Waiting up to 5 s for the answer") }
      answer.fire()
      return ([isAccepted, isTold], process.end())
    }
    #expect(seen == [true, true])
    let trace = Trace(accepted: service.accepted, ending: ending)
    #expect(trace.ending.error.hasPrefix("submitting acme/sketch/draw\n"))
    #expect(trace.named ? trace.ending.code == 130 : trace.isHonest && trace.ending.code == 3)
  }

  @Test("A second Ctrl-C leaves a submission, and says that it may be charged")
  func theSecondCtrlCTellsOfTheDoubt() async throws {
    let end = Signal()
    let service = try HeldService { end.block() }
    let (seen, ending) = try await onThread {
      let process = try run(service)
      let isAccepted = process.prints { _ in !service.accepted.isEmpty }
      process.interrupt()
      let isTold = process.prints { $0.error.contains("Press Ctrl-C again to leave now") }
      process.interrupt()
      return ([isAccepted, isTold], process.end())
    }
    #expect(seen == [true, true])
    end.fire()
    #expect(ending.code == 3 && !ending.isCrash)
    #expect(ending.error.contains("whether the job was submitted is unknown"), "\(ending.error)")
  }

  @Test("A second Ctrl-C before anything was sent says that nothing was submitted")
  func whereNothingHasLeftNothingIsUnknown() async throws {
    let (port, sockets) = try Sockets.hangingPort()
    defer { Sockets.close(sockets) }
    let (seen, ending) = try await onThread {
      let process = try sandbox.start(
        ["run", "acme/sketch/draw", "--set", "prompt=x", "--base-url", "http://127.0.0.1:\(port)"])
      let isSubmitting = process.prints { $0.error.contains("submitting") }
      process.interrupt()
      let isTold = process.prints { $0.error.contains("Press Ctrl-C again to leave now") }
      process.interrupt()
      return ([isSubmitting, isTold], process.end())
    }
    #expect(seen == [true, true])
    #expect(ending.code == 130, "\(ending.error)")
    #expect(ending.error.hasSuffix("interrupted: nothing was submitted\n"), "\(ending.error)")
  }

  @Test("A process with nohup continues when its terminal is closed")
  func whatIsIgnoredStaysIgnored() async throws {
    let service = try HeldService {}
    let process = try sandbox.start(
      ["run", "acme/sketch/draw", "--set", "prompt=x", "--base-url", service.baseURL],
      through: #"trap '' HUP; exec "$0" "$@""#)
    #expect(try await process.printed { $0.error.contains("in queue") })
    process.send(SIGHUP)
    let seen = service.polls
    #expect(try await process.printed { _ in service.polls >= seen + 2 })
    #expect(!process.error.contains("interrupted"))
    process.send(SIGTERM)
    let ending = try await process.ended()
    #expect(ending.code == 130 && ending.error.contains("To resume the job: "))
    #expect(service.cancels == 1)
  }
}
