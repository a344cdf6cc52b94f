import Foundation
import ModelCore
import Testing

@Suite("Coding issues")
struct IssueCodingTests {
  private func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test("An issue has the keys that validate --json prints, and others unless they are empty")
  func issue() throws {
    let required = ValidationIssue(path: ["prompt"], rule: .required, message: "is required")
    #expect(try text(required) == #"{"message":"is required","path":"/prompt","rule":"required"}"#)
    let long = ValidationIssue(
      path: ["loras", 0, "a/b"], rule: "width_pixels<=", value: "5120", bound: "4096",
      message: "too wide")
    #expect(
      try text(long)
        == #"{"bound":"4096","message":"too wide","path":"/loras/0/a~1b","#
        + #""rule":"width_pixels<=","value":"5120"}"#)
    for issue in [required, long] {
      let data = try JSONEncoder().encode(issue)
      #expect(try JSONDecoder().decode(ValidationIssue.self, from: data) == issue)
    }
  }

  @Test("A path is a JSON pointer, and anything else is rejected")
  func path() throws {
    for path: IssuePath in [[], ["a"], ["a", 0], ["", "~"], ["a", "01"]] {
      let data = try JSONEncoder().encode([path])
      #expect(try JSONDecoder().decode([IssuePath].self, from: data) == [path])
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([IssuePath].self, from: Data(#"["a/b"]"#.utf8))
    }
  }

  @Test("A report, its unchecked rules and kinds of media survive a round trip")
  func report() throws {
    let report = ValidationReport(
      issues: [ValidationIssue(path: [], rule: .type, message: "must be an object")],
      unchecked: [UncheckedRule(path: ["image"], rule: "fps<=", reason: "not inspected")])
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(ValidationReport.self, from: data) == report)
    #expect(!report.isValid && ValidationReport().isValid)
    #expect(
      report.description
        == "body: must be an object\nimage: fps<= was not checked: not inspected")
    #expect(try text([MediaKind.video]) == #"["video"]"#)
    #expect("\(MediaKind.audio)" == "audio")
  }
}
