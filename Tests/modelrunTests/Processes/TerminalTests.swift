import Foundation
import Testing
import TestSupport

/// The tool in a real terminal, used as a person uses it: typed to, looked at, interrupted.
@Suite(
  "modelrun in a terminal",
  .enabled(
    if: Tmux.program != nil && ProtocolServer.python != nil,
    "tmux or python3 is not installed: nothing can be typed into a terminal"))
struct TerminalTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func command(_ server: ProtocolServer, _ more: String = "") -> String {
    "modelrun run acme/sketch/draw --set prompt=x --base-url \(server.baseURL) --output out \(more)"
  }

  @Test("Progress is one line that is rewritten")
  func progressIsOneLineThatIsWrittenOver() async throws {
    let server = try await ProtocolServer("hold", in: sandbox)
    let terminal = try await Tmux(in: sandbox.root)
    try await terminal.type("clear; " + command(server) + "; echo ended $?")
    #expect(
      try await terminal.shows { $0.contains { $0.hasSuffix("s") && $0.contains(" in queue at ") } }
    )
    try server.letGo()
    #expect(try await terminal.shows { $0.contains("ended 0") })
    let lines = try await terminal.lines().filter { !$0.hasPrefix("$") }
    #expect(lines.count == 4, "nothing of the progress stays: \(lines)")
    #expect(lines.first == "request job-1 of acme/sketch/draw")
    #expect(lines.dropFirst().first?.hasPrefix("succeeded after ") == true)
    #expect(lines.dropFirst(2).first == "out/job-1.png")
    try await terminal.close()
  }

  @Test("A narrow terminal shows a shortened line")
  func aNarrowTerminalShowsWhatFits() async throws {
    let server = try await ProtocolServer("stay", in: sandbox)
    let terminal = try await Tmux(in: sandbox.root, columns: 14)
    try await terminal.type("clear; sh run.sh", script: command(server))
    #expect(try await terminal.shows { $0.contains { $0.hasSuffix(" in queue at") } })
    let progress = try await terminal.lines().count { $0.contains(" in queue at") }
    #expect(progress == 1, "a line that wraps can't be written over")
    try await terminal.press("C-c")
    #expect(try await terminal.shows { _ in server.requests.last?.hasSuffix("/cancel") == true })
    #expect(try await terminal.shows { $0.last == "$" })
    try await terminal.close()
  }

  @Test("Ctrl-C cancels and prints how to resume")
  func ctrlCOnceCancelsAndTellsTheWayBack() async throws {
    let server = try await ProtocolServer("stay", in: sandbox)
    let terminal = try await Tmux(in: sandbox.root)
    try await terminal.type("clear; " + command(server) + "; echo ended $?")
    #expect(try await terminal.shows { $0.contains { $0.contains("in queue at 7, ") } })
    try await terminal.press("C-c")
    #expect(try await terminal.shows { $0.contains("ended 130") })
    let lines = try await terminal.lines()
    #expect(
      lines.contains(
        "To resume the job: modelrun wait job-1 --base-url \(server.baseURL) --output out"))
    #expect(lines.contains("cancelled: the job will not run"))
    #expect(server.submissions == 1)
    try await terminal.close()
  }

  @Test("A second Ctrl-C exits immediately")
  func ctrlCTwiceLeavesAtOnce() async throws {
    let server = try await ProtocolServer("deaf", in: sandbox)
    let terminal = try await Tmux(in: sandbox.root)
    try await terminal.type("clear; " + command(server) + "; echo ended $?")
    #expect(try await terminal.shows { $0.contains { $0.contains("in queue at 7, ") } })
    try await terminal.press("C-c")
    #expect(try await terminal.shows { $0.contains { $0.hasPrefix("Cancelling the job.") } })
    try await terminal.press("C-c")
    #expect(try await terminal.shows { $0.contains("ended 130") })
    let lines = try await terminal.lines()
    #expect(!lines.contains { $0.hasPrefix("cancelled") })
    try await terminal.close()
  }

  @Test("Tab completes models, keys and values", .enabled(if: Programs.find("bash") != nil))
  func tabCompletesModelsKeysAndValues() async throws {
    let terminal = try await Tmux(in: sandbox.root, columns: 120)
    try await terminal.type("source <(modelrun completions bash); clear")
    #expect(try await terminal.shows { $0.count == 1 })
    try await terminal.press("modelrun run acme/sk", "Tab")
    #expect(try await terminal.shows { $0.first == "$ modelrun run acme/sketch/draw" })
    try await terminal.press("--set forc", "Tab")
    #expect(
      try await terminal.shows { $0.first == "$ modelrun run acme/sketch/draw --set force_single=" }
    )
    try await terminal.press("tr", "Tab")
    #expect(
      try await terminal.shows {
        $0.first == "$ modelrun run acme/sketch/draw --set force_single=true"
      })
    try await terminal.close()
  }
}
