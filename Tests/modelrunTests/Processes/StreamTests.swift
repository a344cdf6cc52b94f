import Foundation
import Testing
import TestSupport

/// Streams that can't be written: full devices, readers that have left, descriptors that were closed.
@Suite("Output streams that can't be written") struct StreamTests {
  let sandbox: Sandbox
  let service: HeldService

  init() throws {
    sandbox = try Sandbox()
    service = try HeldService {}
  }

  private func words(_ command: String, _ more: String...) -> [String] {
    [command, "acme/sketch/draw", "--set", "prompt=x", "--base-url", service.baseURL] + more
  }

  /// The end of a pipe without a reader.
  private func abandonedPipe() throws -> FileHandle {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    return pipe.fileHandleForWriting
  }

  private static let full = "/dev/full"
  private static let hasFull = FileManager.default.fileExists(atPath: full)

  @Test(
    "An ID that can't be written to standard output goes to standard error", .enabled(if: hasFull))
  func theIDGoesToStandardError() async throws {
    for more in [["--json"], []] {
      let ending = try await sandbox.start(words("submit") + more, outTo: Self.full).ended()
      let id = try #require(service.accepted.last)
      #expect(ending.code == 74)
      #expect(ending.error.contains("cannot write standard output"), "\(ending.error)")
      #expect(ending.error.contains("modelrun wait \(id) --base-url"), "\(ending.error)")
    }
    let abandoned = try await sandbox.start(
      words("submit", "--json"), out: try abandonedPipe()
    ).ended()
    #expect(abandoned.code == 74 && !abandoned.isCrash)
    #expect(abandoned.error.contains("modelrun wait \(try #require(service.accepted.last))"))
    #expect(service.accepted.count == 3)
  }

  @Test("A closed output is detected before anything is submitted")
  func aBrokenOutputSubmitsNothing() async throws {
    let ending = try await sandbox.start(words("run", "--json"), out: try abandonedPipe()).ended()
    #expect(ending.code == 74 && !ending.isCrash && service.accepted.isEmpty)
  }

  @Test("If the reader of the events is gone, standard error has the resume command")
  func aReaderWhoLeavesFindsTheWayBack() async throws {
    let ending = try await sandbox.start(
      words("run", "--json"), through: #"{ "$0" "$@"; echo "ended $?" >&2; } | head -n 2"#
    ).ended()
    let id = try #require(service.accepted.last)
    #expect(ending.out.contains(id) && ending.error.hasSuffix("ended 74\n"), "\(ending.error)")
    #expect(ending.error.contains("To resume the job: modelrun wait \(id) "))
  }

  @Test("An ID that can't be written to standard error goes to standard output")
  func theIDGoesToStandardOutput() async throws {
    let process = try sandbox.start(words("run"), error: try abandonedPipe())
    #expect(try await process.printed { _ in service.polls > 0 })
    process.send(SIGTERM)
    let ending = try await process.ended()
    #expect(ending.code == 130 && !ending.isCrash)
    #expect(ending.out.contains("request \(try #require(service.accepted.last)) of"))
  }

  @Test(
    "Standard descriptors that were closed at the start aren't reused", arguments: ["<", ">", "2>"])
  func closedDescriptorsAreNotReused(_ stream: String) async throws {
    let ending = try await sandbox.start(
      words("submit"), through: #"exec "$0" "$@" \#(stream)&-"#
    ).ended()
    let id = try #require(service.accepted.last)
    #expect(ending.text.contains(id), "\(ending.text)")
    #expect(ending.code == (stream == ">" ? 74 : 0), "\(ending.code) \(ending.text)")
    #expect(service.accepted.count == 1)
  }

  @Test("modelgen ends quietly when its reader is gone")
  func modelgenEndsQuietly() async throws {
    let ending = try await ChildProcess(
      BuildFolder.program("modelgen"), ["models", "--schemas", Repository.schemas],
      in: sandbox.root, of: sandbox, out: try abandonedPipe()
    ).ended()
    #expect(ending.code == 74 && !ending.isCrash && ending.error.isEmpty, "\(ending.error)")
  }
}
