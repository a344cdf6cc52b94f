import ModelCore

/// The comparison of a run with the thresholds.
extension Report {
  static func markdown(_ checks: [ThresholdCheck]) -> String {
    guard !checks.isEmpty else { return "" }
    let rows = checks.map { check in
      let threshold = check.threshold
      return "| \(threshold.section) | \(threshold.row) | \(threshold.against) "
        + "| \(threshold.figure.rawValue) | \(ratio(check) ?? "-") "
        + "| \(decimal(threshold.atMost, places: 3)) | \(word(check)) |"
    }
    let failures = checks.filter(\.isFailure).count
    return """


      ## Thresholds

      Of the figure named, the row takes so many times what the other takes.

      | Section | Row | Against | Figure | Ratio | At most | Verdict |
      |---|---|---|---|---:|---:|---|

      """ + rows.joined(separator: "\n")
        + "\n\n" + (failures == 0 ? "No threshold is missed." : "\(failures) missed.")
  }

  static func write(_ checks: [ThresholdCheck], to writer: inout JSONWriter) {
    writer.key("checks")
    writer.beginArray()
    for check in checks {
      writer.beginObject()
      writer.key("section")
      writer.value(check.threshold.section)
      writer.key("row")
      writer.value(check.threshold.row)
      writer.key("against")
      writer.value(check.threshold.against)
      writer.key("figure")
      writer.value(check.threshold.figure.rawValue)
      if let ratio = check.ratio {
        writer.key("ratio")
        writer.value(ratio)
      }
      writer.key("at_most")
      writer.value(check.threshold.atMost)
      writer.key("verdict")
      writer.value(word(check))
      writer.endObject()
    }
    writer.endArray()
  }

  private static func ratio(_ check: ThresholdCheck) -> String? {
    check.ratio.map { decimal($0, places: 3) }
  }

  private static func word(_ check: ThresholdCheck) -> String {
    switch check.verdict {
    case .kept: "kept"
    case .missed: "MISSED"
    case .skipped: "skipped: no such peer here"
    case .unknown: "NO SUCH ROWS"
    }
  }
}

extension ThresholdCheck {
  /// The ratio to the other row.
  var ratio: Double? {
    switch verdict {
    case .kept(let ratio), .missed(let ratio): ratio
    case .skipped, .unknown: nil
    }
  }
}
