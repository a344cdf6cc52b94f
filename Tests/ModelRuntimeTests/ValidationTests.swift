@_spi(Generated) import ModelRuntime
import Testing

@Suite("Validating requests")
struct ValidationTests {
  @Test("A request that follows the schema has no issue")
  func valid() throws {
    try SampleRequest(
      prompt: "ok", images: ["https://example.com/a.jpg"], size: .small, scale: 1, steps: 4,
      lora: [.init(path: "abc", weight: 0.3)]
    ).validate()
  }

  @Test("Each problem is on a line, with its path")
  func everything() throws {
    let wide = ImageInput(data: pngHeader(width: 5120, height: 2880))
    let request = SampleRequest(
      prompt: "thirteen char", images: [wide, wide, "ftp://x"], size: "huge", scale: .nan,
      steps: 51, mask: "data:video/mp4;base64,AAAA", lora: [.init(path: "ab", weight: 0.25)])
    let error = try #require(throws: InvalidRequest.self) { try request.validate() }
    #expect(
      error.description == """
        vendor/model: 13 problems, nothing was sent
          prompt: 13 characters; at most 12 are allowed
          images: 3 items; at most 2 are allowed
          images: items 0 and 1 are equal; items must be unique
          images[0]: 5120 × 2880 px. At most 100 wide.
          images[1]: 5120 × 2880 px. At most 100 wide.
          images[2]: "ftp://x" is not an http(s) URL or a data URI of an image
          size: "huge" isn't one of the 2 known values ("small", "large")
          scale: nan can't be written as JSON
          steps: 51 is more than the maximum 50
          steps: 51 isn't a multiple of 2
          mask: "data:video/mp4;base64,AAAA" is not an http(s) URL or a data URI of an image
          lora[0].path: 2 characters; at least 3 are required
          lora[0].weight: 0.25 isn't a multiple of 0.1
        """)
  }

  @Test("Thousands of invalid items are at most 500 problems")
  func countless() throws {
    let items = (0..<3_000).map { SampleRequest.LoraItem(path: "\($0 % 10)") }
    let texts = [ImageInput](repeating: "ftp://x", count: 3_000)
    for request in [
      SampleRequest(prompt: "x", lora: items),
      SampleRequest(prompt: "x", images: texts, steps: 51),
    ] {
      let issues = request.validationIssues()
      #expect(issues.count == ValidationIssues.limit + 1)
      #expect(issues.dropLast().allSatisfy { $0.rule != .issueLimit })
      let error = try #require(throws: InvalidRequest.self) { try request.validate() }
      #expect(
        error.description.hasPrefix("vendor/model: more than 500 problems, nothing was sent\n"))
      #expect(
        error.description.hasSuffix("\n  body: more than 500 problems; the rest was not checked"))
      #expect(!ValidationPolicy.allowing(.minLength, .format).blocking(issues).isEmpty)
    }
    #expect(SampleRequest(prompt: "x", images: ["https://x/y"]).uncheckedRules().count == 2)
  }

  @Test("Unchecked rules are listed with the reason")
  func unchecked() {
    let request = SampleRequest(prompt: "x", images: ["https://example.com/a.jpg"])
    #expect(
      request.uncheckedRules().map(\.description) == [
        "images[0]: width_pixels<= was not checked: what is behind a URL is not looked at",
        "images[0]: loudness<= was not checked: what is behind a URL is not looked at",
      ])
  }

  @Test("0.3 is a multiple of 0.1", arguments: [0.1, 0.3, 0.7, 1.1, 1e21])
  func decimals(weight: Double) {
    let request = SampleRequest(prompt: "x", lora: [.init(path: "abc", weight: weight)])
    #expect(request.validationIssues().isEmpty)
  }

  @Test("Lengths count Unicode scalars, as JSON Schema does")
  func scalars() {
    #expect(SampleRequest(prompt: String(repeating: "é", count: 12)).validationIssues().isEmpty)
    #expect(SampleRequest(prompt: "👨‍👩‍👧‍👦👨‍👩‍👧‍👦").validationIssues().map(\.rule) == [.maxLength])
  }
}
