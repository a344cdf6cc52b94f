import Foundation
@_spi(Generated) import ModelCore
import TestSupport
import Testing

@testable import ModelSchema

/// Readers look up what becomes of a keyword, so the article must list them all, and be right.
@Suite("The article on supported keywords")
struct KeywordArticleTests {
  private static let path = "Sources/modelgen/modelgen.docc/SupportedKeywords.md"

  /// The statements of the article about generated code and of full validation, by keyword.
  private let effects: [String: String]
  private let validation: [String: String]
  private let text: String

  init() throws {
    text = try String(contentsOfFile: Repository.root + "/" + Self.path, encoding: .utf8)
    var effects: [String: String] = [:]
    var validation: [String: String] = [:]
    let table = text.components(separatedBy: "\n").drop { !$0.hasPrefix("| Keyword |") }
      .prefix { $0.hasPrefix("|") }.dropFirst(2)
    for row in table {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      for keyword in cells[0].matches(of: /`([^`]+)`/) {
        effects[String(keyword.1)] = cells[1]
        validation[String(keyword.1)] = cells[2]
      }
    }
    (self.effects, self.validation) = (effects, validation)
  }

  @Test("The article lists every supported keyword and no other")
  func complete() {
    #expect(effects.keys.sorted() == Keyword.words.sorted())
  }

  @Test("The article says which rules are reported as unchecked")
  func reported() {
    let reported = effects.filter { $0.value == "Reported" }.keys
    #expect(reported.sorted() == Keyword.reported.map(\.word).sorted())
  }

  @Test("says the same as the keyword table", arguments: Keyword.allCases)
  func table(_ keyword: Keyword) throws {
    let words: [(String, KeywordTable.Effects)] = [
      ("typed", .typed), ("enforced", .enforced), ("documented", .documented),
      ("reported", .reported),
    ]
    let cell = try #require(effects[keyword.word]).lowercased()
    for (word, effect) in words {
      #expect(cell.contains(word) == keyword.effects.contains(effect), "\(word)")
    }
    #expect(cell.hasPrefix("annotation") == keyword.effects.isEmpty)
    let verdict =
      switch keyword.validation {
      case .enforced: "Enforced"
      case .annotation, .structure: "Annotation"
      }
    #expect(try #require(validation[keyword.word]).hasPrefix(verdict))
  }

  @Test("The rows of the keyword table are in the order of the keywords")
  func order() {
    #expect(KeywordTable.rows.map(\.keyword) == Keyword.allCases)
    #expect(Keyword.allCases.allSatisfy { Keyword($0.word) == $0 })
    let onlyReported = Keyword.allCases.filter { $0.effects == .reported }
    #expect(onlyReported == [.additionalProperties] + Keyword.reported)
  }

  @Test("The article is right about keywords without effect")
  func annotations() {
    let plain = reading("\"description\": \"A value\"")
    for (word, effect) in effects where effect.hasPrefix("Annotation") {
      let keyword = Keyword(word)
      let found = reading("\"description\": \"A value\", \"\(word)\": \(sample(of: keyword))")
      #expect(found.diagnostics.isEmpty, "\(word): \(found.diagnostics)")
      #expect(found.facts == plain.facts && found.line == plain.line, "\(word)")
    }
  }

  @Test("The article lists every quantity of media rules")
  func quantities() {
    for quantity in MediaRule.Quantity.allCases {
      #expect(text.contains("`\(quantity.rawValue)`"))
    }
  }

  private func sample(of keyword: Keyword?) -> String {
    switch keyword?.value {
    case .boolean: "true"
    case .values: "[\"a\"]"
    case .namedSchemas: "{}"
    default: "\"a\""
    }
  }

  private func reading(
    _ members: String
  ) -> (line: String?, facts: [String]?, diagnostics: [String]) {
    let schema = "{\"type\": \"string\", \(members)}"
    let text = """
      {"model_id": "a/b", "input": {"type": "object", "properties": {"x": \(schema)}}}
      """
    let reading = ModelReader.read(
      ModelFile(path: "model.json", relativePath: nil, bytes: Array(text.utf8)))
    let property = reading.model?.input.properties.first
    return (property?.line, property?.facts, reading.diagnostics.map(\.message))
  }
}
