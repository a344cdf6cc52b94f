import ModelCore

/// The result of a section.
struct SectionResult {
  enum Outcome {
    case race([Row])
    case figures(FigureTable)
  }

  let section: Section
  let outcome: Outcome

  /// The contenders' rows; none where the section has a table of its own.
  var rows: [Row] {
    if case .race(let rows) = outcome { rows } else { [] }
  }
}

/// The results, for people or for tools.
enum Report {
  static func markdown(_ results: [SectionResult]) -> String {
    results.map { result in
      """
      ## \(result.section.name) (\(build) build)

      \(result.section.summary)

      \(table(result.outcome))
      """
    }
    .joined(separator: "\n\n")
  }

  private static func table(_ outcome: SectionResult.Outcome) -> String {
    switch outcome {
    case .race(let rows):
      let lines = rows.filter { !$0.isAbsent }.map(line)
      return ([head(rows)] + lines).joined(separator: "\n") + remarks(rows)
    case .figures(let table):
      let head = (["What"] + table.columns).joined(separator: " | ")
      let rule = "|---|" + table.columns.map { _ in "---:|" }.joined()
      let lines = table.lines.map { line in
        let values = line.values.map { decimal($0, places: $0 == $0.rounded() ? 0 : 2) }
        return "| " + ([line.name] + values).joined(separator: " | ") + " |"
      }
      return (["| \(head) |", rule] + lines).joined(separator: "\n")
    }
  }

  /// Who the peers are, and who isn't there.
  private static func remarks(_ rows: [Row]) -> String {
    let remarks = rows.compactMap { row in
      row.remark.map { "\n- \(row.name): " + (row.isAbsent ? "skipped, \($0)" : $0) }
    }
    return remarks.isEmpty ? "" : "\n" + remarks.joined()
  }

  static func json(_ results: [SectionResult], _ checks: [ThresholdCheck] = []) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.beginObject()
    writer.key("build")
    writer.value(build)
    writer.key("sections")
    writer.beginArray()
    for result in results { write(result, to: &writer) }
    writer.endArray()
    if !checks.isEmpty { write(checks, to: &writer) }
    writer.endObject()
    return writer.text
  }

  private static func write(_ result: SectionResult, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("name")
    writer.value(result.section.name)
    writer.key("rows")
    writer.beginArray()
    switch result.outcome {
    case .race(let rows): for row in rows { write(row, to: &writer) }
    case .figures(let table):
      for line in table.lines {
        writer.beginObject()
        writer.key("name")
        writer.value(line.name)
        for (column, value) in zip(table.columns, line.values) {
          writer.key(column)
          writer.value(value)
        }
        writer.endObject()
      }
    }
    writer.endArray()
    writer.endObject()
  }

  private static func write(_ row: Row, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("name")
    writer.value(row.name)
    if let remark = row.remark {
      writer.key(row.isAbsent ? "skipped" : "remark")
      writer.value(remark)
    }
    if !row.isAbsent { writeFigures(of: row, to: &writer) }
    writer.endObject()
  }

  private static func writeFigures(of row: Row, to writer: inout JSONWriter) {
    writer.key("seconds")
    writer.value(row.seconds)
    if let program = row.program {
      writer.key("models")
      writer.value(program.models)
      writer.key("cpu_seconds")
      writer.value(program.workSeconds)
      writer.key("peak_bytes")
      writer.value(program.peakBytes)
    } else {
      writer.key("bytes_per_second")
      writer.value(row.bytesPerSecond.rounded())
    }
    writer.key("speed")
    writer.value(row.speedup)
  }

  private static func head(_ rows: [Row]) -> String {
    rows.contains { $0.program != nil }
      ? "| Contender | Time | CPU | Per model | Peak memory | Speed |\n|---|---:|---:|---:|---:|---:|"
      : "| Contender | Time | MB/s | Speed |\n|---|---:|---:|---:|"
  }

  private static func line(_ row: Row) -> String {
    if let program = row.program {
      let peak = decimal(Double(program.peakBytes) / 1_048_576, places: 1)
      return "| \(row.name) | \(time(row.seconds)) | \(time(program.workSeconds))"
        + " | \(time(row.seconds / Double(program.models)))"
        + " | \(peak) MiB | \(decimal(row.speedup, places: 2))× |"
    }
    let rate = decimal(row.bytesPerSecond / 1_000_000, places: 1)
    return "| \(row.name) | \(time(row.seconds)) | \(rate) | \(decimal(row.speedup, places: 2))× |"
  }

  private static func time(_ seconds: Double) -> String {
    switch seconds {
    case 1...: "\(decimal(seconds, places: 2)) s"
    case 1e-3...: "\(decimal(seconds * 1e3, places: 2)) ms"
    case 1e-6...: "\(decimal(seconds * 1e6, places: 2)) µs"
    default: "\(decimal(seconds * 1e9, places: 0)) ns"
    }
  }

  static func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    guard let scaled = Int(exactly: (value * scale).rounded()) else { return "-" }
    guard places > 0 else { return String(scaled) }
    let digits = String(repeating: "0", count: max(0, places + 1 - String(scaled).count))
    let text = digits + String(scaled)
    return "\(text.dropLast(places)).\(text.suffix(places))"
  }

  private static var build: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }
}
