import ModelRuntime
import ModelTesting
import ModelTransport
import Testing
import ToolSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@testable import modelrun

/// Ctrl-C.
@Suite struct InterruptTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Runs a command that is interrupted as soon as it has printed this.
  private func run(_ words: [String], interruptedAt text: String) async -> ToolOutcome {
    let interrupts = sandbox.interrupts
    return await sandbox.run(words + ["--timeout", "100000"]) { printed in
      if printed.contains(text), !interrupts.isRaised { interrupts.raise() }
    }
  }

  private var runWords: [String] {
    ["run", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"]
  }

  private var cancels: Int {
    sandbox.transport.requests.filter { $0.url.hasSuffix("/cancel") }.count
  }

  @Test func runCancelsItsJobAndTellsTheWayBackFirst() async {
    sandbox.takesAJob(.state("in_queue", #", "queue_position": 3"#).always)
    sandbox.transport.on(.post, "*/cancel", .state("cancelled", #", "outcome": "cancelled""#))
    let outcome = await run(runWords, interruptedAt: "in queue at 3")
    #expect(outcome.code == .interrupted)
    #expect(
      outcome.error.hasSuffix(
        """
        interrupted while waiting for acme/sketch/draw r-1
        To come back to the job: modelrun wait r-1
        Asking the service to cancel it; Ctrl-C again leaves at once.
        cancelled: the job will not run

        """), "\(outcome.error)")
    #expect(cancels == 1 && sandbox.posts == 1)
  }

  @Test func aJobThatRunsGoesOn() async {
    sandbox.takesAJob(.state("in_progress").always, result: .state("in_progress"))
    sandbox.transport.on(
      .post, "*/cancel", .state("in_progress", #", "outcome": "not_cancellable""#))
    let outcome = await run(runWords, interruptedAt: "in progress")
    #expect(outcome.code == .interrupted)
    #expect(outcome.error.contains("runs already, goes on, and is charged"))
  }

  @Test func onRequestTheJobIsLeftAlone() async {
    sandbox.takesAJob(.state("in_queue").always)
    let outcome = await run(runWords + ["--on-interrupt", "leave"], interruptedAt: "in queue")
    #expect(outcome.code == .interrupted && cancels == 0)
    #expect(outcome.error.hasSuffix("To come back to the job: modelrun wait r-1\n"))
  }

  @Test func waitLeavesTheJobAlone() async {
    sandbox.takesAJob(.state("in_queue").always)
    let outcome = await run(["wait", "r-1"], interruptedAt: "in queue")
    #expect(outcome.code == .interrupted && cancels == 0)
    #expect(outcome.error.contains("modelrun wait r-1"))
  }

  /// Answers the submission so, and interrupts the tool while it is under way.
  private func submission(
    _ answer: ScriptedAnswer, interruptedBy signals: Interrupts.Source...
  ) async -> ToolOutcome {
    let interrupts = sandbox.interrupts
    let isSubmission = ScriptedMatch { request in
      guard request.method == .post, request.url.contains("/v1/models/") else { return false }
      for signal in signals { interrupts.raise(signal) }
      return true
    }
    sandbox.transport.on(isSubmission, [answer])
    sandbox.transport.on(.post, "*/cancel", .state("cancelled", #", "outcome": "cancelled""#))
    return await sandbox.run(runWords)
  }

  private static let accepted = ScriptedAnswer.json(#"{"request_id": "r-1"}"#)

  @Test("A submission under way is given the time to name its job")
  func aSubmissionUnderWayIsGivenTheTimeToNameItsJob() async {
    let outcome = await submission(Self.accepted.after(.seconds(3)), interruptedBy: .user)
    #expect(outcome.code == .interrupted && cancels == 1)
    #expect(
      outcome.error.hasPrefix(
        """
        submitting acme/sketch/draw
        Waiting up to 5 s for the answer to the submission. Press Ctrl-C again to leave now; \
        the job may be charged.
        request r-1 of acme/sketch/draw
        interrupted while waiting for acme/sketch/draw r-1
        To come back to the job: modelrun wait r-1
        """), "\(outcome.error)")
  }

  @Test("A submission that isn't answered in time is told as unknown")
  func aSubmissionWithoutAnAnswerIsUnknown() async {
    let outcome = await submission(.never, interruptedBy: .user)
    #expect(outcome.code == .submissionUnknown && cancels == 0 && sandbox.posts == 1)
    #expect(
      outcome.error.contains("interrupted: whether the job was submitted is unknown"),
      "\(outcome.error)")
    #expect(outcome.error.contains("It may be charged"))
  }

  @Test("The second Ctrl-C doesn't wait for the answer, and says that the job may be charged")
  func theSecondCtrlCLeavesASubmission() async {
    let outcome = await submission(.never, interruptedBy: .user, .user)
    #expect(outcome.code == .submissionUnknown)
    #expect(outcome.error.contains("whether the job was submitted is unknown"))
  }

  @Test("Signals of other programs don't shorten the wait, however often they come")
  func signalsThatComeTwiceAreOne() async {
    let outcome = await submission(
      Self.accepted.after(.seconds(3)), interruptedBy: .system, .system, .system)
    #expect(outcome.code == .interrupted && cancels == 1)
    #expect(!outcome.error.contains("Ctrl-C again to leave now"), "\(outcome.error)")
    #expect(outcome.error.contains("modelrun wait r-1"))
  }

  @Test("Whoever leaves between the answer and its line is told the job")
  func leavingKnowsTheJobAsSoonAsItIsThere() async {
    let left = Locked<[String?]>([])
    let interrupts = Interrupts { departure in left.withLock { $0.append(departure.message) } }
    interrupts.departure = Interrupts.Departure(message: "To come back to the job: …")
    interrupts.raise()
    interrupts.raise()
    #expect(left.withLock { $0 } == ["To come back to the job: …"])
  }

  @Test("A terminal that is gone keeps no job from being cancelled", arguments: [[], ["--json"]])
  func aTerminalThatIsGoneChangesNothing(_ more: [String]) async {
    sandbox.takesAJob(.state("in_queue").always)
    sandbox.transport.on(.post, "*/cancel", .state("cancelled", #", "outcome": "cancelled""#))
    let gone = Console(
      out: { _ throws(FileError) in throw FileError("write", "standard output", EIO) },
      error: { _ throws(FileError) in throw FileError("write", "standard error", EIO) })
    let (sandbox, words) = (sandbox, runWords + more)
    async let running = sandbox.run(words, console: gone)
    await sandbox.transport.waitForRequests(2)
    sandbox.interrupts.raise(.system)
    #expect(await running.code == .interrupted && cancels == 1)
  }

  @Test func anInterruptBeforeTheSubmissionLeavesNothingBehind() async {
    sandbox.takesAJob()
    sandbox.interrupts.raise()
    let outcome = await sandbox.run(runWords)
    #expect(outcome.code == .interrupted && sandbox.transport.requests.isEmpty)
    #expect(outcome.error == "interrupted: nothing was submitted\n")
  }

  @Test func anInterruptWhileFilesComeAsksForNoCancelling() async {
    sandbox.takesAJob()
    sandbox.transport.on(.get, "/1.png", ScriptedAnswer.status(200, body: [1]).after(.seconds(60)))
    let sandbox = sandbox
    async let running = sandbox.run(runWords)
    await sandbox.transport.waitForRequests(4)
    sandbox.interrupts.raise()
    let outcome = await running
    #expect(outcome.code == .interrupted && cancels == 0)
    #expect(outcome.error.contains("modelrun wait r-1"), "\(outcome.error)")
  }

  @Test func withJSONTheInterruptIsAnEvent() async throws {
    sandbox.takesAJob(.state("in_queue").always)
    let sandbox = sandbox
    async let running = sandbox.run(runWords + ["--json", "--on-interrupt", "leave"])
    await sandbox.transport.waitForRequests(2)
    sandbox.interrupts.raise()
    let outcome = await running
    let last = try JSONValue(parsing: Array((outcome.out.split(separator: "\n").last ?? "").utf8))
    #expect(last["event"] == "interrupted" && last["request_id"] == "r-1")
    #expect(outcome.error.contains("modelrun wait r-1"))
  }

  @Test func theSecondTimeLeaves() {
    let left = Locked(0)
    let interrupts = Interrupts { _ in left.withLock { $0 += 1 } }
    interrupts.raise()
    #expect(left.withLock { $0 } == 0)
    interrupts.raise()
    #expect(left.withLock { $0 } == 1)
  }
}
