import ModelRuntime
import Testing

@testable import modelrun

/// Local files in requests.
@Suite("Attached files") struct FileTests {
  let sandbox: Sandbox
  /// A picture of two by three pixels.
  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + Array("IEND".utf8)
    + [0xAE, 0x42, 0x60, 0x82]

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write("boat.png", FileTests.png)
    sandbox.takesAJob()
  }

  private func submit(_ words: String...) async -> ToolOutcome {
    await sandbox.run(
      ["submit", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"] + words)
  }

  @Test("Files are sent as data")
  func filesTravelAsData() async {
    #expect(await submit("--set", "image_url=@@/boat.png").code == .done)
    #expect(sandbox.sent?["image_url"]?.string?.hasPrefix("data:image/png;base64,iVBORw0K") == true)
  }

  @Test("Files in arrays and in --input are sent too")
  func filesInListsAndBodiesTravelToo() async {
    let outcome = await submit(
      "--set", "reference_urls=@@/boat.png", "--set", "reference_urls=https://e.com/a.jpg")
    #expect(outcome.code == .done)
    let references = sandbox.sent?["reference_urls"]?.array ?? []
    #expect(references.first?.string?.hasPrefix("data:image/png;base64,") == true)
    #expect(references.last == "https://e.com/a.jpg")
  }

  @Test("A path with ~ is in the home folder")
  func theHomeFolderIsKnown() async throws {
    let outcome = await sandbox.run(
      ["submit", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"]
        + ["--set", "image_url=@~/boat.png"],
      variables: ["RUNCOMFY_TOKEN": Sandbox.token, "HOME": sandbox.root])
    #expect(outcome.code == .done, "\(outcome.error)")
  }

  @Test("Files of another kind of media are rejected")
  func filesOfAnotherKindAreRefused() async throws {
    try sandbox.write(
      "voice.wav", Array("RIFF".utf8) + [36, 0, 0, 0] + Array("WAVEfmt ".utf8) + [16, 0, 0, 0])
    let outcome = await submit("--set", "image_url=@@/voice.wav")
    #expect(outcome.code == .badInput && sandbox.posts == 0)
    #expect(outcome.error.contains("voice.wav is WAV, and an image is needed"))
  }

  @Test("Files are validated against the schema's rules")
  func theRulesOnFilesAreHeldAgainstTheirBytes() async throws {
    let outcome = await sandbox.run(
      ["submit", "bytedance/dreamina-4-0/edit", "--schemas", Repository.schemas]
        + ["--set", "prompt=x", "--set", "image_urls=@@/wide.png"])
    #expect(outcome.code == .inputMissing)
    var wide = FileTests.png
    wide[18] = 0x20
    try sandbox.write("wide.png", wide)
    let checked = await sandbox.run(
      ["submit", "bytedance/dreamina-4-0/edit", "--schemas", Repository.schemas]
        + ["--set", "prompt=x", "--set", "image_urls=@@/wide.png"])
    #expect(checked.code == .badInput && sandbox.posts == 0)
    #expect(checked.error.contains("image_urls[0]: 8194 × 3 px. Maximum resolution is 4096x4096."))
    #expect(!checked.error.contains("base64"), "no file ends up in a message")
  }
}
