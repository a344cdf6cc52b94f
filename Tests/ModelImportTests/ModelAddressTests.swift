import ModelCore
import Testing

@testable import ModelImport

/// JSON texts for tests.
enum JSONValueText {
  static func quoted(_ text: String) -> String { JSONValue.string(text).description }
}

@Suite("The id is the one in the curl line")
struct ModelAddressTests {
  private func ids(_ text: String) -> [String] {
    ModelAddress.find(in: Array(text.utf8)).map(\.id)
  }

  @Test(
    "However the command is written",
    arguments: [
      "curl --request POST \\\n  --url https://x.example/v1/models/ID \\\n --header \"a\"",
      "curl --url https://x.example/v1/models/ID \\ --header \"a: b\"",
      "curl --url https://x.example/v1/models/ID\n",
      "curl --url https://x.example/v1/models/ID",
      "curl -X POST https://x.example/v1/models/ID -H \"a: b\"",
      "curl -X POST \"https://x.example/v1/models/ID\" \\",
      "curl --url 'https://x.example/v1/models/ID?x=1'",
      "wordscurl --request POST \\--url https://x.example/v1/models/ID\\--header",
      "curl --url=https://x.example/v1/models/ID/ \\",
    ])
  func commands(text: String) {
    for id in ["a/b", "minimax/Hailuo Video 01 Live", "one", "a/b-2.5/4K/x_y"] {
      #expect(ids(text.replacing("ID", with: id)) == [id])
    }
  }

  @Test("Escaped blanks are blanks")
  func escapes() {
    #expect(ids("curl --url https://x.example/v1/models/a/b%20c%2") == ["a/b c%2"])
    #expect(ids("curl --url https://x.example/v1/models/a/b%+5c") == ["a/b%+5c"])
    #expect(ids("curl --url https://x.example/v1/models/a/%FF") == [])
  }

  @Test("Other addresses count only where there is no command, and end with their word")
  func prose() {
    let prose = "POST https://x.example/v1/models/a/b. Then wait"
    #expect(ids(prose) == ["a/b"])
    let command = "\n" + String(repeating: " ", count: 400) + "\ncurl --url https://x/v1/models/c/d"
    #expect(ids(prose + command) == ["c/d"])
  }

  @Test(
    "What only stands for an id is none",
    arguments: [
      "curl --url https://x.example/v1/models/{model_id}", "curl https://x.example/v1/models/<id>",
      "curl https://x.example/v1/models?limit=5", "curl https://x.example/v1/models/",
      "curl https://x.example/v1/models/a//b", "curl https://x.example/v1/models/$MODEL",
    ])
  func placeholders(text: String) {
    #expect(ids(text) == [])
  }
}

extension String {
  fileprivate func replacing(_ text: String, with other: String) -> String {
    guard let range = firstRange(of: text) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
