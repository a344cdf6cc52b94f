import Testing

@testable import benchmarks

@Suite("Thresholds") struct ThresholdTests {
  /// A row that was renamed would let the check of its figures pass unseen, or fail for nothing.
  @Test("Every committed threshold names existing rows")
  func names() throws {
    let thresholds = try Threshold.committed()
    #expect(!thresholds.isEmpty)
    let sections = Benchmarks.sections()
    for (name, ours) in Dictionary(grouping: thresholds, by: \.section) {
      let section = try #require(sections.first { $0.name == name }, "no section \(name)")
      let rows = try section.rowNames()
      for threshold in ours {
        #expect(rows.contains(threshold.row), "\(name) has no row \(threshold.row)")
        #expect(rows.contains(threshold.against), "\(name) has no row \(threshold.against)")
        #expect(threshold.row != threshold.against)
      }
    }
  }

  @Test("A ratio above the threshold fails, and one at it passes")
  func verdicts() throws {
    let results = [result(Row("ours", seconds: 3), Row("theirs", seconds: 2))]
    #expect(
      try check(#"{"section":"s","row":"ours","against":"theirs","at_most":1.5}"#, results)
        == .kept(1.5))
    #expect(
      try check(#"{"section":"s","row":"ours","against":"theirs","at_most":1.4}"#, results)
        == .missed(1.5))
  }

  @Test("A missing peer isn't a failure, and a missing row is")
  func absence() throws {
    let results = [
      result(Row("ours", seconds: 3), Row(name: "theirs", absentBecause: "not installed"))
    ]
    let known = #"{"section":"s","row":"ours","against":"theirs","at_most":1}"#
    let unknown = #"{"section":"s","row":"our","against":"theirs","at_most":1}"#
    #expect(try check(known, results) == .skipped)
    #expect(try check(unknown, results) == .unknown)
  }

  @Test("Memory is compared per model")
  func memory() throws {
    let few = Row("few", models: 10, peakBytes: 1000)
    let many = Row("many", models: 100, peakBytes: 12_000)
    let text =
      #"{"section":"s","row":"many","against":"few","figure":"memory per model","at_most":1.3}"#
    #expect(try check(text, [result(few, many)]) == .kept(1.2))
  }

  @Test("An incomplete threshold is an error with its position")
  func broken() {
    #expect(throws: UsageError.self) {
      try Threshold.read(Array(#"[{"section": "s", "row": "r", "at_most": 1}]"#.utf8))
    }
  }

  private func check(
    _ text: String, _ results: [SectionResult]
  ) throws -> ThresholdCheck.Verdict {
    let threshold = try #require(try Threshold.read(Array("[\(text)]".utf8)).first)
    return ThresholdCheck(threshold, in: results).verdict
  }

  private func result(_ rows: Row...) -> SectionResult {
    SectionResult(
      section: Section(name: "s", summary: "", measure: { _ in [] }), outcome: .race(rows))
  }
}

extension Row {
  fileprivate init(_ name: String, seconds: Double) {
    self.init(name: name, seconds: seconds, bytesPerSecond: 0, speedup: 1)
  }

  fileprivate init(_ name: String, models: Int, peakBytes: Int) {
    self.init(
      name: name, seconds: 1, bytesPerSecond: 0, speedup: 1,
      program: ProgramFacts(models: models, workSeconds: 1, peakBytes: peakBytes))
  }
}
