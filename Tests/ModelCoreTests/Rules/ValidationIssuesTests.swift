@_spi(Generated) import ModelCore
import Testing

@Suite("Validation rules")
struct ValidationIssuesTests {
  @Test("Characters are counted as Unicode scalars, at both bounds")
  func lengths() {
    var issues = ValidationIssues()
    issues.check(length: "e\u{301}e", at: "a", atLeast: 3, atMost: 3)
    issues.check(length: "\u{1F468}\u{200D}\u{1F469}", at: "b", atMost: 3)
    #expect(issues.isEmpty)
    issues.check(length: "\u{1F600}\u{1F600}", at: "c", atMost: 1)
    issues.check(length: "", at: "d", atLeast: 1)
    issues.check(length: "x", at: "e", atLeast: .max)
    #expect(
      issues.issues.prefix(2).map(\.description) == [
        "c: 2 characters; at most 1 is allowed", "d: 0 characters; at least 1 is required",
      ])
    #expect(issues.issues.map(\.rule) == [.maxLength, .minLength, .minLength])
  }

  @Test("Decimals are compared exactly")
  func numbers() throws {
    var issues = ValidationIssues()
    let tenth = try #require(JSONNumber(text: "0.1"))
    issues.check(
      try #require(JSONNumber(text: "0.3")), at: "a",
      bounds: NumberBounds(minimum: 0, maximum: 1, multipleOf: tenth))
    #expect(issues.isEmpty)
    issues.check(
      try #require(JSONNumber(text: "9007199254740993")), at: "b",
      bounds: NumberBounds(maximum: 9_007_199_254_740_992))
    issues.check(
      try #require(JSONNumber(text: "0.35")), at: "c", bounds: NumberBounds(multipleOf: tenth))
    issues.check(1, at: "d", bounds: NumberBounds(exclusiveMinimum: 1, exclusiveMaximum: 1))
    #expect(
      issues.issues.map(\.description) == [
        "b: 9007199254740993 is more than the maximum 9007199254740992",
        "c: 0.35 isn't a multiple of 0.1", "d: 1 must be more than 1", "d: 1 must be less than 1",
      ])
  }

  @Test("Items are equal if their JSON is equal: 1 and 1.0 are, 1 and true aren't")
  func unique() {
    var issues = ValidationIssues()
    issues.check(unique: [1, true, "1", .null, ["a": 1, "b": 2]], at: "a")
    issues.check(unique: ["\u{E9}", "e\u{301}"], at: "b")
    #expect(issues.isEmpty)
    issues.check(unique: [1, 2, JSONValue(floatLiteral: 1)], at: "c")
    issues.check(unique: [["a": 1, "b": 2], ["b": 2, "a": 1]], at: "d")
    #expect(
      issues.issues.map(\.description) == [
        "c: items 0 and 2 are equal; items must be unique",
        "d: items 0 and 1 are equal; items must be unique",
      ])
  }

  @Test("An unknown key suggests the nearest known one")
  func unknownKey() {
    var issues = ValidationIssues()
    issues.reportUnknownKey("promt", among: ["scale", "prompt"])
    issues.reportUnknownKey("colour", among: ["scale", "prompt"])
    #expect(
      issues.issues.map(\.description) == [
        #"promt: is not a known key; did you mean "prompt"?"#, "colour: is not a known key",
      ])
  }

  @Test(
    "The suggestion is the nearest name",
    arguments: [
      ("maxLenght", "maxLength"), ("imageUrls", "image_urls"), ("IMAGE-URLS", "image_urls"),
      ("seeed", "seed"), ("ssed", "seed"), ("x", nil), ("", nil), ("resolutions", "resolution"),
    ] as [(String, String?)])
  func nearName(word: String, wanted: String?) {
    let known = ["seed", "scale", "image_urls", "maxLength", "minLength", "resolution"]
    #expect(Spelling.nearest(to: word, among: known) == wanted)
  }

  @Test("Issues of a trial are separate, and its unchecked rules can be adopted")
  func trial() {
    var issues = ValidationIssues(listsUnchecked: true)
    issues.nested(at: "a") { issues in
      var trial = issues.trial()
      trial.report(.type, at: 0, "no")
      trial.reportUnchecked(.pattern, at: 0, because: "not understood")
      #expect(trial.issues.first.map { issues.relative($0.path).description } == "[0]")
      issues.adoptUnchecked(of: trial)
    }
    #expect(issues.isEmpty)
    #expect(issues.unchecked.map(\.path.description) == ["a[0]"])
  }

  @Test("At most 500 issues are listed, and one more reports the limit")
  func limit() {
    var issues = ValidationIssues(listsUnchecked: true)
    for index in 0..<500 { issues.report(.type, at: .index(index), "no") }
    #expect(!issues.isFull && issues.issues.count == 500)
    for index in 500..<2_000 { issues.report(.type, at: .index(index), "no") }
    #expect(issues.isFull && issues.issues.count == 501)
    #expect(issues.issues.last?.rule == .issueLimit)
    #expect(
      issues.issues.last?.description
        == "body: more than 500 problems; the rest was not checked")
    for index in 0..<2_000 { issues.reportUnchecked(.format, at: .index(index), because: "x") }
    #expect(issues.unchecked.count == 501 && issues.unchecked.last?.rule == .issueLimit)
    var trial = issues.trial()
    for index in 0..<2_000 { trial.reportUnchecked(.format, at: .index(index), because: "x") }
    issues.adoptUnchecked(of: trial)
    #expect(issues.unchecked.count == 501)
  }
}
