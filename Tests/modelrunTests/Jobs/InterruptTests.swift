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
@Suite("Interrupts") struct InterruptTests {
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

  @Test("run prints how to resume and then cancels its job")
  func runCancelsItsJobAndTellsTheWayBackFirst() async {
    sandbox.takesAJob(.state("in_queue", #", "queue_position": 3"#).always)
    sandbox.transport.on(.post, "*/cancel", .state("cancelled", #", "outcome": "cancelled""#))
    let outcome = await run(runWords, interruptedAt: "in queue at 3")
    #expect(outcome.code == .interrupted)
    #expect(
      outcome.error.hasSuffix(
        """
        interrupted while waiting for acme/sketch/draw r-1
        To resume the job: modelrun wait r-1
        Cancelling the job. Press Ctrl-C again to exit immediately.
        cancelled: the job will not run

        """), "\(outcome.error)")
    #expect(cancels == 1 && sandbox.posts == 1)
  }

  @Test("A running job continues, and the message says so")
  func aJobThatRunsGoesOn() async {
    sandbox.takesAJob(.state("in_progress").always, result: .state("in_progress"))
    sandbox.transport.on(
      .post, "*/cancel", .state("in_progress", #", "outcome": "not_cancellable""#))
    let outcome = await run(runWords, interruptedAt: "in progress")
    #expect(outcome.code == .interrupted)
    #expect(outcome.error.contains("is already running, continues, and will be charged"))
  }

  @Test("--on-interrupt leave doesn't cancel the job")
  func onRequestTheJobIsLeftAlone() async {
    sandbox.takesAJob(.state("in_queue").always)
    let outcome = await run(runWords + ["--on-interrupt", "leave"], interruptedAt: "in queue")
    #expect(outcome.code == .interrupted && cancels == 0)
    #expect(outcome.error.hasSuffix("To resume the job: modelrun wait r-1\n"))
  }

  @Test("wait doesn't cancel the job")
  func waitLeavesTheJobAlone() async {
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

  @Test("An interrupt gives a submission time to return its job")
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
        To resume the job: modelrun wait r-1
        """), "\(outcome.error)")
  }

  @Test("A submission without a response in time is reported as unknown")
  func aSubmissionWithoutAnAnswerIsUnknown() async {
    let outcome = await submission(.never, interruptedBy: .user)
    #expect(outcome.code == .submissionUnknown && cancels == 0 && sandbox.posts == 1)
    #expect(
      outcome.error.contains("interrupted: whether the job was submitted is unknown"),
      "\(outcome.error)")
    #expect(outcome.error.contains("It may be charged"))
  }

  @Test("A second Ctrl-C doesn't wait for the response, and says that the job may be charged")
  func theSecondCtrlCLeavesASubmission() async {
    let outcome = await submission(.never, interruptedBy: .user, .user)
    #expect(outcome.code == .submissionUnknown)
    #expect(outcome.error.contains("whether the job was submitted is unknown"))
  }

  @Test("Repeated signals of other programs don't shorten the wait")
  func signalsThatComeTwiceAreOne() async {
    let outcome = await submission(
      Self.accepted.after(.seconds(3)), interruptedBy: .system, .system, .system)
    #expect(outcome.code == .interrupted && cancels == 1)
    #expect(!outcome.error.contains("Ctrl-C again to leave now"), "\(outcome.error)")
    #expect(outcome.error.contains("modelrun wait r-1"))
  }

  @Test("Leaving right after the response prints how to resume")
  func leavingKnowsTheJobAsSoonAsItIsThere() async {
    let left = Locked<[String?]>([])
    let interrupts = Interrupts { departure in left.withLock { $0.append(departure.message) } }
    interrupts.departure = Interrupts.Departure(message: "To resume the job: …")
    interrupts.raise()
    interrupts.raise()
    #expect(left.withLock { $0 } == ["To resume the job: …"])
  }

  @Test("The job is cancelled even if the terminal is closed", arguments: [[], ["--json"]])
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

  @Test("An interrupt before the submission submits nothing")
  func anInterruptBeforeTheSubmissionLeavesNothingBehind() async {
    sandbox.takesAJob()
    sandbox.interrupts.raise()
    let outcome = await sandbox.run(runWords)
    #expect(outcome.code == .interrupted && sandbox.transport.requests.isEmpty)
    #expect(outcome.error == "interrupted: nothing was submitted\n")
  }

  @Test("An interrupt during downloads doesn't cancel the job")
  func anInterruptWhileFilesComeAsksForNoCancelling() async {
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

  @Test("--json reports the interrupt as an event")
  func withJSONTheInterruptIsAnEvent() async throws {
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

  @Test("A second interrupt exits immediately")
  func theSecondTimeLeaves() {
    let left = Locked(0)
    let interrupts = Interrupts { _ in left.withLock { $0 += 1 } }
    interrupts.raise()
    #expect(left.withLock { $0 } == 0)
    interrupts.raise()
    #expect(left.withLock { $0 } == 1)
  }
}
