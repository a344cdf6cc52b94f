import Foundation
@_spi(Generated) import ModelCore
import SchemaValidator
import TestSupport
import Testing

@Suite("Published models, rule by rule")
struct PublishedModelsTests {
  /// The package's own models, and the corpus where it is at hand.
  private static let files: [String] = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    return [TestData.corpus, package + "/schemas"].compactMap { $0 }.flatMap { folder in
      let files = (try? TestData.files(below: folder, suffix: ".json")) ?? []
      return files.filter { !$0.hasSuffix("modelgen.json") && !$0.hasSuffix(".patch.json") }
        .map { folder + "/" + $0 }
    }
  }()

  @Test(
    "A valid body is accepted, and one that violates a single rule is rejected for that rule only",
    .enabled(if: !files.isEmpty, "set MODELGEN_CORPUS to a folder of model files"))
  func everyRule() throws {
    var broken = 0
    for file in PublishedModelsTests.files {
      let model = try JSONDocument(parsing: TestData.bytes(of: file))
      let input = model.root["input"] ?? model.root
      let check = SchemaCheck(schema: input, root: input)
      #expect(check.unsupported.isEmpty, "\(file): \(check.unsupported.map(\.reason))")
      let body = SampleBody.value(for: input)
      #expect(try issues(check, body).issues.isEmpty, "\(file): \(body)")
      for example in BrokenBody.all(of: input, from: body) {
        let issues = try issues(check, example.body).issues
        #expect(
          issues.map(\.rule) == [example.rule] && issues.map(\.path) == [example.path],
          "\(file): \(example.rule) at \(example.path): \(issues) in \(example.body)")
        broken += 1
      }
    }
    print("\(PublishedModelsTests.files.count) models, \(broken) bodies with one broken rule each")
    #expect(broken > PublishedModelsTests.files.count * 5)
  }

  @Test(
    "Every rule on a media file is reported as unchecked, once for each file",
    .enabled(if: !files.isEmpty, "set MODELGEN_CORPUS to a folder of model files"))
  func mediaRules() throws {
    for file in PublishedModelsTests.files {
      let model = try JSONDocument(parsing: TestData.bytes(of: file))
      let input = model.root["input"] ?? model.root
      let body = SampleBody.value(for: input)
      let unchecked = try issues(SchemaCheck(schema: input, root: input), body).unchecked
      var wanted: [String] = []
      for property in input["properties"]?.members.map({ $0 }) ?? [] {
        let rules = property.value["validations"]?.elements.compactMap {
          $0["validation_rule"]?.string
        }
        let value = body[property.key]
        for index in 0..<(value?.array?.count ?? 1) {
          let suffix = value?.array == nil ? "" : "[\(index)]"
          for rule in rules ?? [] { wanted.append("\(property.key)\(suffix) \(rule)") }
        }
      }
      #expect(unchecked.map { "\($0.path) \($0.rule)" } == wanted, "\(file)")
    }
  }

  private func issues(_ check: SchemaCheck, _ body: JSONValue) throws -> ValidationIssues {
    var issues = ValidationIssues(listsUnchecked: true)
    check.check(try JSONDocument(parsing: body.description).root, into: &issues)
    return issues
  }
}
