import BytedanceModels
import ModelRuntime
import Testing

@Suite("Validating requests with bindings")
struct RequestValidationTests {
  private typealias Request = Kinds.Everything

  /// The path and rule of every issue of the smallest good request after a change.
  private static func issues(_ change: (inout Request) -> Void) -> [String] {
    var request = RequestBodyTests.smallest
    change(&request)
    return request.validationIssues().filter { $0.path.description != "promised" }
      .map { "\($0.path) \($0.rule)" }
  }

  @Test("A valid request has no issues")
  func none() {
    #expect(Self.issues { _ in } == [])
    let fine = Self.issues { request in
      request.code = "abc"
      request.count = 2
      request.above = 4
      request.half = 1
      request.step = 0.3
      request.tags = ["a", "b"]
      request.gaps = [nil]
      request.extraFields["text"] = nil
    }
    #expect(fine == [])
  }

  @Test("String lengths and patterns are validated")
  func strings() {
    #expect(Self.issues { $0.text = "a" } == ["text minLength"])
    #expect(Self.issues { $0.text = "😀😀😀😀😀" } == [])
    #expect(Self.issues { $0.text = "abcdef" } == ["text maxLength"])
    #expect(Self.issues { $0.code = "a1" } == ["code pattern"])
    #expect(Self.issues { $0.oddPattern = "b" } == [])
  }

  @Test("Bounds and multiples are validated")
  func numbers() {
    #expect(Self.issues { $0.maybe = -1 } == ["maybe minimum"])
    #expect(Self.issues { $0.count = 0 } == ["count minimum"])
    #expect(Self.issues { $0.count = 13 } == ["count maximum", "count multipleOf"])
    #expect(Self.issues { $0.above = 0 } == ["above exclusiveMinimum"])
    #expect(Self.issues { $0.above = 5 } == ["above exclusiveMaximum"])
    #expect(Self.issues { $0.half = 0 } == ["half minimum"])
    #expect(Self.issues { $0.ratio = 0 } == ["ratio exclusiveMinimum"])
    #expect(Self.issues { $0.ratio = 1.5 } == ["ratio maximum"])
    #expect(Self.issues { $0.ratio = .nan } == ["ratio type"])
    #expect(Self.issues { $0.step = 0.25 } == ["step multipleOf"])
    #expect(Self.issues { $0.huge = 9_007_199_254_740_992 } == ["huge minimum"])
    #expect(Self.issues { $0.huge = 1e300 } == [])
  }

  @Test("Unknown values are reported")
  func published() {
    #expect(Self.issues { $0.images = 5 } == ["images enum"])
    #expect(Self.issues { $0.fps = 25 } == ["fps enum"])
    #expect(Self.issues { $0.scale = 3.5 } == ["scale enum"])
    #expect(Self.issues { $0.style = "loud" } == ["style enum"])
    #expect(Self.issues { $0.style = "none" } == [])
  }

  @Test("Arrays and their items are validated")
  func lists() {
    #expect(Self.issues { $0.tags = [] } == ["tags minItems"])
    #expect(Self.issues { $0.tags = ["a", "a"] } == ["tags uniqueItems"])
    let tags = Self.issues { $0.tags = ["a", "long", "b"] }
    #expect(tags == ["tags maxItems", "tags[1] maxLength"])
    #expect(Self.issues { $0.styles = ["auto", "loud"] } == ["styles[1] enum"])
    #expect(Self.issues { $0.grid = [[1], [2, 10]] } == ["grid[1][1] maximum"])
    #expect(Self.issues { $0.grid = [[1, 2, 3]] } == ["grid[0] maxItems"])
    #expect(Self.issues { $0.levels = [0, -1] } == ["levels[1] minimum"])
  }

  @Test("Nested objects are validated")
  func objects() {
    #expect(Self.issues { $0.subject.name = "" } == ["subject.name minLength"])
    #expect(Self.issues { $0.subject.extraFields = [:] } == ["subject.id required"])
    #expect(Self.issues { $0.subject.place = .init(x: -1) } == ["subject.place.x minimum"])
    let parts = Self.issues {
      $0.parts = [.init(path: "https://example.com/a.png"), .init(path: "a.png", weight: 2)]
    }
    #expect(parts == ["parts[1].path format", "parts[1].weight maximum"])
  }

  @Test("Additional keys of a closed object are reported")
  func closed() {
    #expect(Self.issues { $0.extraFields["colour"] = 1 } == ["colour additionalProperties"])
    #expect(Self.issues { $0.extraFields["flag"] = .null } == [])
  }

  @Test("A required key without a schema is reported if missing")
  func undescribed() {
    var request = RequestBodyTests.smallest
    request.extraFields = [:]
    #expect(
      request.validationIssues().map(\.description)
        == ["promised: is required; set it in extraFields"])
  }

  @Test("Invalid media references and media files are reported")
  func media() {
    #expect(Self.issues { $0.picture = "boat.png" } == ["picture format"])
    #expect(Self.issues { $0.sound = "https://" } == ["sound format"])
    #expect(Self.issues { $0.clips = ["data:image/png,"] } == ["clips[0] format"])
    let twoPixels: [UInt8] =
      Array("GIF89a".utf8) + [2, 0, 2, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 0, 0, 0x3B]
    let issues = Self.issues { $0.picture = ImageInput(data: twoPixels, mediaType: "image/gif") }
    #expect(issues == ["picture width_pixels<="])
  }

  @Test("Unchecked rules are listed")
  func unchecked() {
    var request = RequestBodyTests.smallest
    request.oddPattern = "b"
    request.picture = "https://example.com/a.png"
    request.either = 5
    let unchecked = request.uncheckedRules().map { "\($0.path) \($0.rule)" }
    #expect(
      unchecked == [
        "odd_pattern pattern", "picture width_pixels<=", "picture sharpness>=", "either anyOf",
      ])
  }

  @Test("An invalid request isn't sent, and all problems are reported at once")
  func message() {
    let request = Bytedance.Dreamina4_0.Edit(
      imageURLs: [], prompt: String(repeating: "a", count: 913), widthByHeight: "800x600")
    let error = #expect(throws: InvalidRequest.self) { try request.validate() }
    #expect(
      error?.description == """
        bytedance/dreamina-4-0/edit: 3 problems, nothing was sent
          image_urls: 0 items; at least 1 is required
          prompt: 913 characters; at most 800 are allowed
          width×height: \(error?.issues.last?.message ?? "")
        """)
    #expect(
      error?.issues.last?.message
        == #""800x600" isn't one of the 11 known values (did you mean "1024x1024(1:1)"?)"#)
  }
}
