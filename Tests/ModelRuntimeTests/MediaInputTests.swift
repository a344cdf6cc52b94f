import Foundation
import ModelRuntime
import Testing

@Suite("Media inputs")
struct MediaInputTests {
  @Test(
    "A valid reference has no issue",
    arguments: [
      "https://example.com/a.jpg", "HTTP://host:8080/x?y#z", "https://user@host/",
      "data:image/png;base64,AAAA", "data:;base64,AAAA", "data:application/octet-stream,x",
    ])
  func usable(text: String) {
    #expect(SampleRequest(prompt: "x", mask: ImageInput(text)).validationIssues().isEmpty)
  }

  @Test(
    "An invalid reference is reported",
    arguments: [
      "", "boat.jpg", "/tmp/boat.jpg", "file:///boat.jpg", "https://", "https:///x", "http://:80/",
      "https://a b", "data:video/mp4;base64,AAAA", "data:image/png", "https://user@/x",
    ])
  func unusable(text: String) {
    let issues = SampleRequest(prompt: "x", mask: ImageInput(text)).validationIssues()
    #expect(issues.map(\.rule) == [.format])
  }

  @Test("A file is read once, and its type is detected from its bytes")
  func file() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).dat")
    try Data(pngHeader(width: 3, height: 4)).write(to: file)
    let image = try ImageInput(contentsOf: file)
    try FileManager.default.removeItem(at: file)
    #expect(image.description == "image/png, 45 bytes")
    #expect(image == ImageInput(data: pngHeader(width: 3, height: 4)))
  }

  @Test("An image can't be used as a video, and a missing file is an error")
  func wrongFile() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).mp4")
    try Data(pngHeader(width: 3, height: 4)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let error = try #require(throws: MediaFileError.self) { try VideoInput(contentsOf: file) }
    #expect(error.description == "\(file.path) is PNG, and a video is needed")
    #expect(throws: MediaFileError.self) {
      try ImageInput(contentsOf: URL(fileURLWithPath: "/nowhere/boat.png"))
    }
    let address = try #require(URL(string: "https://example.com/boat.png"))
    let remote = try #require(throws: MediaFileError.self) { try ImageInput(contentsOf: address) }
    #expect("\(remote)".contains("isn't a file URL"))
  }

  @Test("The bytes of a data URI are validated")
  func dataURI() {
    let text =
      "data:image/png;base64," + Data(pngHeader(width: 101, height: 1)).base64EncodedString()
    let issues = SampleRequest(prompt: "x", images: [ImageInput(text)]).validationIssues()
    #expect(issues.map(\.message) == ["101 × 1 px. At most 100 wide."])
  }
}
