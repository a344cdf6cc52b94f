import ModelCore
import Testing

@testable import ModelImport

/// JSON texts for tests.
enum JSONValueText {
  static func quoted(_ text: String) -> String { JSONValue.string(text).description }
}

@Suite("Finding model IDs")
struct ModelAddressTests {
  private func ids(_ text: String) -> [String] {
    ModelAddress.find(in: Array(text.utf8)).map(\.id)
  }

  @Test(
    "The ID is found in all forms of curl commands",
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

  @Test("Escaped spaces are decoded")
  func escapes() {
    #expect(ids("curl --url https://x.example/v1/models/a/b%20c%2") == ["a/b c%2"])
    #expect(ids("curl --url https://x.example/v1/models/a/b%+5c") == ["a/b%+5c"])
    #expect(ids("curl --url https://x.example/v1/models/a/%FF") == [])
  }

  @Test("Other URLs count only without a curl command")
  func prose() {
    let prose = "POST https://x.example/v1/models/a/b. Then wait"
    #expect(ids(prose) == ["a/b"])
    let command = "\n" + String(repeating: " ", count: 400) + "\ncurl --url https://x/v1/models/c/d"
    #expect(ids(prose + command) == ["c/d"])
  }

  @Test(
    "An ID that a line break interrupts is recognized",
    arguments: [
      ("curl https://x.example/v1/models/acme/dream-\n1.0/edit \\", true),
      ("curl 'https://x.example/v1/models/acme/dream\n-1.0/edit'", true),
      ("curl https://x.example/v1/models/acme/dream\n  /edit\n", true),
      ("curl https://x.example/v1/models/acme/dream\n\nThen wait.", false),
      ("curl https://x.example/v1/models/acme/dream \\\n  --header", false),
      ("curl https://x.example/v1/models/acme/dream\nRequest", false),
    ])
  func torn(text: String, isTorn: Bool) {
    #expect(ModelAddress.find(in: Array(text.utf8)).map(\.isTorn) == [isTorn])
  }

  @Test(
    "A placeholder isn't an ID",
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
