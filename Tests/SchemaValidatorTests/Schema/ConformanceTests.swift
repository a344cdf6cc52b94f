import Foundation
import ModelCore
import TestSupport
import Testing

@Suite("Official JSON Schema test suite, draft 7")
struct ConformanceTests {
  /// Folders and files of the suite that aren't part of validation by draft 7, in which
  /// formats and content are annotations.
  private static let inapplicable = ["optional/format/", "optional/content.json"]

  /// Files whose every case must be decided.
  private static let complete = [
    "additionalItems", "additionalProperties", "allOf", "anyOf", "boolean_schema", "const",
    "contains", "default", "dependencies", "enum", "exclusiveMaximum", "exclusiveMinimum",
    "format", "if-then-else", "infinite-loop-detection", "items", "maxItems", "maxLength",
    "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf",
    "not", "oneOf", "pattern", "patternProperties", "properties", "propertyNames", "required",
    "type", "uniqueItems", "optional/bignum", "optional/ecmascript-regex",
    "optional/float-overflow", "optional/id", "optional/non-bmp-regex", "optional/unknownKeyword",
  ]

  @Test(
    "No result differs from the specification",
    .enabled(
      if: TestData.conformanceSuite != nil,
      "set JSON_SCHEMA_TEST_SUITE to the folder with draft7 and remotes"))
  func agreement() throws {
    let suite = try #require(TestData.conformanceSuite)
    var table: [String] = []
    var total = Tally()
    let files = try TestData.files(below: suite + "/draft7", suffix: ".json")
    #expect(files.count > 30)
    for file in files where !ConformanceTests.inapplicable.contains(where: file.hasPrefix) {
      let tally = try tally(of: suite + "/draft7/" + file, named: file)
      let name = String(file.dropLast(".json".count))
      table.append("| \(name) | \(tally.right) | \(tally.unchecked) |")
      total.right += tally.right
      total.unchecked += tally.unchecked
      if ConformanceTests.complete.contains(name) {
        #expect(tally.unchecked == 0, "\(name) has unchecked cases")
      }
    }
    print("| file | right | unchecked |\n|---|---|---|")
    print(table.joined(separator: "\n"))
    print("| all | \(total.right) | \(total.unchecked) |")
    print("Left out, being annotations: \(ConformanceTests.inapplicable.joined(separator: ", "))")
  }

  private struct Tally {
    var right = 0
    var unchecked = 0
  }

  private func tally(of path: String, named file: String) throws -> Tally {
    var tally = Tally()
    for group in try JSONDocument(parsing: TestData.bytes(of: path)).root.elements {
      // Each schema is a file of its own, so that `#` means it.
      let schema = try JSONDocument(parsing: Array(try #require(group["schema"]).text.utf8))
      let check = SchemaVerdict(schema.root)
      for test in try #require(group["tests"]).elements {
        let body = try JSONDocument(parsing: Array(try #require(test["data"]).text.utf8))
        let verdict = check.verdict(on: body.root)
        guard verdict != .unclear else {
          tally.unchecked += 1
          continue
        }
        tally.right += 1
        let wanted: SchemaVerdict.Verdict = test["valid"]?.bool == true ? .valid : .invalid
        #expect(
          verdict == wanted,
          "\(file): \(group["description"]?.string ?? ""): \(test["description"]?.string ?? "")")
      }
    }
    return tally
  }
}
