import Foundation

/// Measurements that anyone can rerun: `swift run -c release benchmarks`.
///
/// Figures of different machines don't compare, so every section times a known rival in the same
/// run and reports ratios to it.
@main
struct Benchmarks {
  /// - Parameter models: How many the sections work on that can do with any number.
  static func sections(models: Int? = nil) -> [Section] {
    [
      .parse, .write, .validate, .encode, .decode, .probe, .poll, .pollCost, .load,
      .deadlines, .journal, .batch,
      .generate(models: models), .compile(models: models), .growth(models: models), .plugin, .large,
      .mock,
    ]
  }

  static func main() {
    do {
      // A section may run this program again, as a client with a process of its own.
      if let client = ClientProgram(CommandLine.arguments) { return try client.run() }
      let options = try Options(CommandLine.arguments.dropFirst())
      let sections = sections(models: options.models)
      if options.isHelp { return print(Options.usage(sections: sections)) }
      let thresholds = options.isCheck ? try Threshold.committed() : []
      let names =
        options.isCheck && options.names.isEmpty
        ? thresholds.map(\.section) : options.names
      let chosen = try sections.filter(names)
      let harness = Harness(options)
      let results = try chosen.map { section in
        SectionResult(section: section, outcome: try harness.measure(section))
      }
      let checks = thresholds.filter { threshold in
        chosen.contains { $0.name == threshold.section }
      }.map { ThresholdCheck($0, in: results) }
      print(
        options.isJSON
          ? Report.json(results, checks) : Report.markdown(results) + Report.markdown(checks))
      if checks.contains(where: \.isFailure) { exit(1) }
    } catch {
      FailureReport.stop(error)
    }
  }
}

extension [Section] {
  /// The sections of these names, or all of them where none is named.
  func filter(_ names: [String]) throws(UsageError) -> [Section] {
    for name in names where !contains(where: { $0.name == name }) {
      let known = map(\.name).joined(separator: ", ")
      throw UsageError("no section is named \(name); there are: \(known)")
    }
    return names.isEmpty ? self : filter { names.contains($0.name) }
  }
}
