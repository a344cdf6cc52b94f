import Foundation
import ModelCore
import ModelSchema
import TestSupport
import Testing

@Suite("Comparison with an independent validator")
struct DifferentialTests {
  /// Reads a schema and its bodies from each line, answers with a digit for each body, or with
  /// nothing where the validator can't use the schema (it refuses some patterns). Its linear
  /// engine is chosen, since the other finds `é+\D*(?:é+)` in a single é.
  private static let script = """
    import json, sys
    import jsonschema_rs
    for line in open(sys.argv[1], encoding="utf-8"):
        case = json.loads(line)
        try:
            validator = getattr(jsonschema_rs, case["validator"])(
                case["schema"], pattern_options=jsonschema_rs.RegexOptions())
        except jsonschema_rs.ValidationError:
            print()
            continue
        print("".join("01"[validator.is_valid(body)] for body in case["bodies"]))
    """

  private static var interpreter: String { TestData.variable("MODELGEN_PYTHON") ?? "python3" }

  private static let hasValidator =
    (try? run(["-c", "import jsonschema_rs"]))?.code == 0

  private static let wanted =
    TestData.variable("MODELGEN_DIFFERENTIAL_CASES").flatMap(Int.init) ?? 2_000
  private static let seed =
    TestData.variable("MODELGEN_DIFFERENTIAL_SEED").flatMap(UInt64.init) ?? 1

  @Test(
    "Both validators agree on every body",
    .enabled(
      if: hasValidator, "set MODELGEN_PYTHON to a python3 that has the module jsonschema-rs"),
    arguments: [SchemaDialect.draft7, .draft2019, .draft2020])
  func bodies(in dialect: SchemaDialect) throws {
    var maker = RandomSchema(
      random: SeededGenerator(seed: DifferentialTests.seed), dialect: dialect)
    let examples = (0..<(DifferentialTests.wanted + 3) / 4).map { _ in
      let schema = maker.root()
      return Example(
        schema: schema, bodies: (0..<4).map { _ in maker.body(for: schema, root: schema) })
    }
    try compare(dialect, examples.filter { !DifferentialTests.isDisputed($0.schema, in: dialect) })
  }

  /// The independent validator takes an item that `contains` matches as evaluated in 2019-09 too,
  /// which became so in 2020-12.
  private static func isDisputed(_ schema: JSONValue, in dialect: SchemaDialect) -> Bool {
    let text = schema.description
    return dialect == .draft2019 && text.contains("\"contains\"")
      && text.contains("\"unevaluatedItems\"")
  }

  @Test(
    "Both validators agree on every pattern",
    .enabled(
      if: hasValidator, "set MODELGEN_PYTHON to a python3 that has the module jsonschema-rs"))
  func patterns() throws {
    var maker = RandomSchema(random: SeededGenerator(seed: DifferentialTests.seed))
    try compare(
      .draft7,
      (0..<(DifferentialTests.wanted + 7) / 8).map { _ in
        Example(
          schema: ["pattern": .string(maker.pattern(depth: 3))],
          bodies: (0..<8).map { _ in .string(maker.word(length: 0...6)) })
      })
  }

  private func compare(_ dialect: SchemaDialect, _ cases: [Example]) throws {
    let answers = try DifferentialTests.answers(to: cases, dialect)
    try #require(answers.count == cases.count)
    var valid = 0
    var unclear = 0
    for (example, answer) in zip(cases, answers) {
      let schema = try JSONDocument(parsing: example.schema.description)
      let check = SchemaVerdict(schema.root, dialect: dialect)
      for (body, digit) in zip(example.bodies, answer) {
        let verdict = check.verdict(on: try JSONDocument(parsing: body.description).root)
        guard verdict != .unclear else {
          unclear += 1
          continue
        }
        valid += verdict == .valid ? 1 : 0
        #expect(
          (verdict == .valid) == (digit == "1"), "schema \(example.schema) and body \(body)")
      }
    }
    let total = answers.reduce(0) { $0 + $1.utf8.count }
    print(
      "\(dialect): compared \(total) verdicts: \(valid) valid, \(unclear) unclear, "
        + "seed \(DifferentialTests.seed)")
    #expect(total >= cases.reduce(0) { $0 + $1.bodies.count } / 10 * 9)
    #expect(valid > total / 5 && valid < total / 5 * 4 && unclear < total / 20)
  }

  private struct Example {
    let schema: JSONValue
    let bodies: [JSONValue]
  }

  private static func answers(
    to cases: [Example], _ dialect: SchemaDialect
  ) throws -> [String] {
    let validator =
      switch dialect {
      case .draft7: "Draft7Validator"
      case .draft2019: "Draft201909Validator"
      case .draft2020: "Draft202012Validator"
      }
    let folder = try TemporaryFolder()
    let lines = cases.map { example in
      JSONValue.object([
        "validator": .string(validator), "schema": example.schema, "bodies": .array(example.bodies),
      ]).description
    }
    try folder.write("cases.jsonl", lines.joined(separator: "\n"))
    let result = try run(["-c", script, folder.path("cases.jsonl")])
    try #require(result.code == 0, "the validator failed: \(result.error)")
    return result.out.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix(cases.count).map(String.init)
  }

  private static func run(_ arguments: [String]) throws -> ChildProcess.Ending {
    try ChildProcess("/usr/bin/env", [interpreter] + arguments, in: Repository.root).end()
  }
}
