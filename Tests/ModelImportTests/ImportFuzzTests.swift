import ModelCore
import ModelSchema
import Testing

@testable import ModelImport

/// Pages that were cut, mixed up and bitten by accident. `MODELGEN_FUZZ_ITERATIONS` runs more.
@Suite("Fuzzing the import")
struct ImportFuzzTests {
  private var iterations: Int { environment("MODELGEN_FUZZ_ITERATIONS").flatMap(Int.init) ?? 400 }

  @Test("Randomly changed pages don't crash the import")
  func pages() throws {
    var random = Random(state: 0x5EED)
    let originals = try originals()
    var models = 0
    var refused = 0
    for round in 0..<iterations {
      let page = originals[random.below(originals.count)]
      let bytes: [UInt8] =
        switch round % 4 {
        case 0: Array(page.prefix(random.below(page.count)))
        case 1: mutated(page, &random)
        case 2: spliced(page, originals[random.below(originals.count)], &random)
        default: noise(&random)
        }
      let result = ModelImporter.read([ImportSource(path: "fuzz", bytes: bytes)])
      try check(result, bytes)
      models += result.models.count
      refused += result.hasErrors ? 1 : 0
    }
    print("\(iterations) broken pages: \(models) models, \(refused) refusals")
    #expect(refused > 0)
  }

  /// Either there is something to write, whole and readable, or it is said why not.
  private func check(_ result: ImportResult, _ bytes: [UInt8]) throws {
    let page = { String(decoding: bytes, as: UTF8.self) }
    #expect(!result.models.isEmpty || result.hasErrors, "\(page())")
    for model in result.models {
      let file = ModelFile(path: "fuzz.json", relativePath: nil, bytes: model.fileBytes)
      #expect(ModelReader.read(file).model?.id.isSameOnWire(as: model.id) == true, "\(page())")
    }
    let plan = ImportPlan(result, existing: [])
    for entry in plan.entries where entry.status == .new {
      #expect(!entry.bytes.isEmpty)
      #expect(!entry.path.split(separator: "/").contains(".."), "\(page())")
      #expect(!entry.path.hasPrefix("/"), "\(page())")
    }
  }

  private func originals() throws -> [[UInt8]] {
    let pages = try PageLayout.allCases.map { layout in
      Array(layout.render(try Fixtures.page()).utf8)
    }
    let catalogue =
      "{\"models\": [{\"model_id\": \"a/b\", \"input_schema\": \(Fixtures.oddSchema)}], \"total\": 2}"
    let file = "{\"model_id\": \"a/b\", \"input\": \(Fixtures.oddSchema)}"
    return pages + [Array(catalogue.utf8), Array(file.utf8)]
  }

  private func mutated(_ page: [UInt8], _ random: inout Random) -> [UInt8] {
    var page = page
    let marks = Array("{}[]\",:<>&/\\'\u{0}\u{FF}".utf8)
    for _ in 0...random.below(6) {
      let index = random.below(page.count)
      switch random.below(3) {
      case 0: page[index] = marks[random.below(marks.count)]
      case 1: page.insert(marks[random.below(marks.count)], at: index)
      default: page.removeSubrange(index..<min(page.count, index + 1 + random.below(20)))
      }
    }
    return page
  }

  private func spliced(_ page: [UInt8], _ other: [UInt8], _ random: inout Random) -> [UInt8] {
    Array(page.prefix(random.below(page.count)) + other.dropFirst(random.below(other.count)))
  }

  private func noise(_ random: inout Random) -> [UInt8] {
    let words = [
      "{", "}", "[", "]", "\"", ":", ",", "<", ">", "</pre>", "<!--", "-->", "&quot;", "&#", "\\",
      "\"type\"", "\"object\"", "\"properties\"", "\"input_schema\"", "\"model_id\"", "\"models\"",
      "curl --url https://x/v1/models/", "--data '", "a/b", " ", "\n", "1e5", "null", "\u{A0}",
      "<script>", "</script>", "\"output\"", "\"input\"", "push([1,", "é", "…",
    ]
    return (0..<random.below(200)).flatMap { _ in Array(words[random.below(words.count)].utf8) }
  }

  @Test("Adversarial texts take no longer than others")
  func hostile() {
    let pieces = [
      "{\"a\":", "{\"type\":x", "{", "<div ", "<!--", "&", "curl --url https://x/v1/models/a/b\n",
      "{\"type\":\"object\"}", "<svg>", "<script>", "push([1,", "[[", "{\"a\":[", "\"", "<h1>",
      "curl --url https://x/v1/models/a ", "\u{A0}", "#", "{\"type\":\"object\",", "https://",
    ]
    for piece in pieces {
      for prefix in ["", "<html>", "curl --url https://x/v1/models/a/b\n{"] {
        let text = prefix + String(repeating: piece, count: 20_000 / piece.utf8.count)
        let result = Fixtures.read(text)
        #expect(!result.models.isEmpty || result.hasErrors)
      }
    }
  }
}

/// Numbers that are the same in every run.
private struct Random {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return limit > 0 ? Int(state % UInt64(limit)) : 0
  }
}
