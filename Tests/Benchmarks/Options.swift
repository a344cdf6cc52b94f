/// The command-line options.
struct Options {
  var names: [String] = []
  var rounds = 9
  /// The time for which the jobs of a load overlap.
  var seconds = 20
  /// Requests a second that a client under load may make.
  var ceilings: [Double] = []
  var isJSON = false
  var isHelp = false
  /// A Boolean value that indicates whether to compare the run with the committed thresholds.
  var isCheck = false
  var models: Int?

  init(_ arguments: some Sequence<String>) throws(UsageError) {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--section":
        guard let name = rest.next() else { throw UsageError("--section needs a name") }
        names.append(name)
      case "--rounds":
        rounds = try Options.count(rest.next(), of: argument)
      case "--seconds": seconds = try Options.count(rest.next(), of: argument)
      case "--ceiling":
        guard let text = rest.next(), let count = Double(text), count > 0 else {
          throw UsageError("--ceiling needs a number greater than 0")
        }
        ceilings.append(count)
      case "--models": models = try Options.count(rest.next(), of: argument)
      case "--check": isCheck = true
      case "--json": isJSON = true
      case "--help", "-h": isHelp = true
      default: throw UsageError("no such option: \(argument)")
      }
    }
  }

  private static func count(_ text: String?, of option: String) throws(UsageError) -> Int {
    guard let count = text.flatMap({ Int($0) }), count > 0 else {
      throw UsageError("\(option) needs a number greater than 0")
    }
    return count
  }

  static func usage(sections: [Section]) -> String {
    let list = sections.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n")
    return """
      Usage: swift run -c release benchmarks [--section NAME]… [--rounds N] [--models N]
                                             [--seconds S] [--ceiling N]… [--check] [--json]

      --models N  so many models in the sections generate, compile and growth
      --seconds S, --ceiling N  in the section load: how long its jobs live, and how many requests
                  a second the client may make
      --check     hold the run against thresholds.json; exit 1 where it misses one. Without
                  --section, every section that has thresholds runs.

      Other ecosystems take part where they are on the machine: node with the module ajv, and a
      python3, or the one that MODELGEN_PYTHON names, with jsonschema-rs, pydantic and
      datamodel-code-generator.

      Sections:
      \(list)
      """
  }
}
