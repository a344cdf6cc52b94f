import ModelRuntime
import Testing
import ToolSupport

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

  @Test func aSubmissionUnderWayIsGivenTheTimeToNameItsJob() async {
    sandbox.transport.on(
      .post, "/v1/models/*", ScriptedAnswer.json(#"{"request_id": "r-1"}"#).after(.seconds(50)))
    sandbox.transport.on(.post, "*/cancel", .state("cancelled", #", "outcome": "cancelled""#))
    let sandbox = sandbox
    async let running = sandbox.run(runWords)
    await sandbox.transport.waitForRequests(1)
    sandbox.interrupts.raise()
    let outcome = await running
    #expect(outcome.code == .interrupted && cancels == 1)
    #expect(outcome.error.contains("modelrun wait r-1"))
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
    let interrupts = Interrupts { left.withLock { $0 += 1 } }
    interrupts.raise()
    #expect(left.withLock { $0 } == 0)
    interrupts.raise()
    #expect(left.withLock { $0 } == 1)
  }
}
