@_spi(Generated) import ModelCore
import Testing

@Suite("Media references")
struct MediaReferenceTests {
  @Test(
    "An http(s) URL with a host is valid",
    arguments: [
      "https://example.com/a.png", "HTTP://example.com", "https://u:p@example.com:8080/?q#f",
      "https://[::1]/a", "https://müller.example/ü.png", "https://a@b@c/x",
    ])
  func addresses(text: String) {
    #expect(MediaReference(text) == .url)
  }

  @Test(
    "Other URLs are rejected",
    arguments: [
      "", "boat.jpg", "/tmp/boat.jpg", "file:///boat.jpg", "ftp://example.com/a", "https://",
      "https:///a.png", "https://?q", "https://:80/a", "https://user@/a", "https:/example.com",
      "https://exa mple.com", "https://example.com/a\n", "data:image/png;base64", "datum:,",
    ])
  func others(text: String) {
    #expect(MediaReference(text) == .other)
    #expect(!MediaReference(text).isUsable(as: .image))
  }

  @Test(
    "A data URI has the kind of its media type, or any kind without one",
    arguments: [
      ("data:image/png;base64,AA==", "image", true), ("DATA:IMAGE/PNG,x", "image", true),
      ("data:video/mp4;base64,AA==", "image", false), ("data:,x", "audio", true),
      ("data:;base64,/9j/", "video", true), ("data:text/plain,x", "image", false),
      ("data:application/octet-stream;base64,AA==", "audio", true),
    ])
  func data(text: String, kind: String, isUsable: Bool) throws {
    let kind = try #require(MediaKind(rawValue: kind))
    #expect(MediaReference(text).isUsable(as: kind) == isUsable)
  }

  @Test("A rejected reference names the expected kind and shows no Base64")
  func message() {
    var issues = ValidationIssues()
    let text = "data:video/mp4;base64," + String(repeating: "A", count: 10_000)
    issues.nested(at: "image_urls") { issues in
      issues.check(MediaReference(text), text: text, as: .image, at: 1)
    }
    #expect(issues.issues.first?.path.description == "image_urls[1]")
    #expect(
      issues.issues.first?.message.hasSuffix("an http(s) URL or a data URI of an image") == true)
    #expect((issues.issues.first?.message.utf8.count ?? .max) < 160)
  }
}
