import Foundation
import ModelCore
import ModelSchema
import TestSupport
import Testing

@Suite("Official JSON Schema test suite")
struct ConformanceTests {
  /// A draft of the suite.
  struct Draft: Sendable, CustomTestStringConvertible {
    let folder: String
    let dialect: SchemaDialect

    var testDescription: String { folder }

    static let all = [
      Draft(folder: "draft7", dialect: .draft7),
      Draft(folder: "draft2019-09", dialect: .draft2019),
      Draft(folder: "draft2020-12", dialect: .draft2020),
    ]

    /// Returns a Boolean value that indicates whether every case of a file must have a result, except
    /// references to other documents.
    func decides(_ file: String) -> Bool { dialect == .draft7 || !file.hasPrefix("optional/") }

    /// The drafts that are available.
    static let available = all.filter { draft in
      guard let suite = TestData.conformanceSuite else { return false }
      return FileManager.default.fileExists(atPath: suite + "/" + draft.folder)
    }
  }

  /// Folders and files of the suite about formats and content, which are annotations by default.
  private static let inapplicable = ["optional/format/", "optional/content.json"]

  /// Files with cases that refer to other documents, or that have a dialect of their own. Every case
  /// of all others must be decided.
  private static let incomplete = [
    "anchor", "definitions", "defs", "dynamicRef", "id", "recursiveRef", "ref", "refRemote",
    "unevaluatedItems", "unevaluatedProperties", "unknownKeyword", "vocabulary",
    "optional/cross-draft", "optional/format-assertion",
  ]

  @Test(
    "No result differs from the specification",
    .enabled(
      if: !Draft.available.isEmpty,
      "set JSON_SCHEMA_TEST_SUITE to the folder with draft7 and its like"),
    arguments: Draft.available)
  func agreement(_ draft: Draft) throws {
    let suite = try #require(TestData.conformanceSuite) + "/" + draft.folder
    var table: [String] = []
    var total = Tally()
    let files = try TestData.files(below: suite, suffix: ".json")
    #expect(files.count > 30)
    for file in files where !ConformanceTests.inapplicable.contains(where: file.hasPrefix) {
      let tally = try tally(of: suite + "/" + file, named: file, draft)
      let name = String(file.dropLast(".json".count))
      table.append("| \(name) | \(tally.right) | \(tally.unchecked.count) |")
      total.right += tally.right
      total.unchecked += tally.unchecked
      if !ConformanceTests.incomplete.contains(name), draft.decides(name) {
        #expect(tally.unchecked.isEmpty, "\(name) has unchecked cases")
      }
    }
    print("\n\(draft.folder)\n| file | right | unchecked |\n|---|---|---|")
    print(table.joined(separator: "\n"))
    print("| all | \(total.right) | \(total.unchecked.count) |")
    print("Unchecked:\n" + total.unchecked.joined(separator: "\n"))
    print("Left out, being annotations: \(ConformanceTests.inapplicable.joined(separator: ", "))")
  }

  private struct Tally {
    var right = 0
    var unchecked: [String] = []
  }

  private func tally(of path: String, named file: String, _ draft: Draft) throws -> Tally {
    var tally = Tally()
    for group in try JSONDocument(parsing: TestData.bytes(of: path)).root.elements {
      // Each schema is a file of its own, so that `#` means it.
      let schema = try JSONDocument(parsing: Array(try #require(group["schema"]).text.utf8))
      let check = SchemaVerdict(schema.root, dialect: draft.dialect)
      for test in try #require(group["tests"]).elements {
        let body = try JSONDocument(parsing: Array(try #require(test["data"]).text.utf8))
        let verdict = check.verdict(on: body.root)
        let name =
          "\(draft.folder)/\(file): \(group["description"]?.string ?? ""): "
          + "\(test["description"]?.string ?? "")"
        guard verdict != .unclear else {
          tally.unchecked.append(name)
          continue
        }
        tally.right += 1
        let wanted: SchemaVerdict.Verdict = test["valid"]?.bool == true ? .valid : .invalid
        #expect(verdict == wanted, "\(name)")
      }
    }
    return tally
  }
}
