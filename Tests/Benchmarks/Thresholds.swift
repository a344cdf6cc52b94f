import Foundation
import ModelCore

/// A limit on the ratio of two rows of the same run, which holds on any machine.
struct Threshold {
  let section: String
  let row: String
  let against: String
  let figure: Figure
  let atMost: Double

  /// The figure of a row that is compared. Times are those of the best round, because a check must
  /// not depend on the load of the machine.
  enum Figure: String, CaseIterable {
    case time
    case timePerModel = "time per model"
    case workPerModel = "CPU per model"
    case memoryPerModel = "memory per model"

    func value(of row: Row) -> Double? {
      guard self != .time else { return row.leastSeconds ?? row.seconds }
      return row.program.map { program in
        switch self {
        case .time, .timePerModel: row.seconds / Double(program.models)
        case .workPerModel: program.workSeconds / Double(program.models)
        case .memoryPerModel: Double(program.peakBytes) / Double(program.models)
        }
      }
    }
  }

  /// Those that are committed.
  static func committed() throws -> [Threshold] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("thresholds.json")
    return try read([UInt8](try Data(contentsOf: file)))
  }

  static func read(_ bytes: [UInt8]) throws -> [Threshold] {
    try JSONDocument(parsing: bytes).root.elements.map { node in
      let figure = node["figure"]?.string ?? Figure.time.rawValue
      guard let section = node["section"]?.string, let row = node["row"]?.string,
        let against = node["against"]?.string, let figure = Figure(rawValue: figure),
        let atMost = node["at_most"]?.number?.double, atMost > 0
      else {
        let figures = Figure.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError(
          "thresholds.json:\(node.place.line): a threshold needs section, row, against and at_most, a "
            + "number above 0; figure is one of \(figures)")
      }
      return Threshold(
        section: section, row: row, against: against, figure: figure, atMost: atMost)
    }
  }
}

/// The result of checking a threshold.
struct ThresholdCheck {
  enum Verdict: Equatable {
    case kept(Double)
    case missed(Double)
    /// One of the two rows is of a peer that the machine doesn't have.
    case skipped
    /// There are no such rows, or they have no such figure.
    case unknown
  }

  let threshold: Threshold
  let verdict: Verdict

  var isFailure: Bool {
    switch verdict {
    case .kept, .skipped: false
    case .missed, .unknown: true
    }
  }

  init(_ threshold: Threshold, in results: [SectionResult]) {
    self.threshold = threshold
    let rows = results.first { $0.section.name == threshold.section }?.rows ?? []
    guard let row = rows.first(where: { $0.name == threshold.row }),
      let other = rows.first(where: { $0.name == threshold.against })
    else {
      verdict = .unknown
      return
    }
    if row.isAbsent || other.isAbsent {
      verdict = .skipped
    } else if let value = threshold.figure.value(of: row),
      let reference = threshold.figure.value(of: other), (value / reference).isFinite
    {
      let ratio = value / reference
      verdict = ratio <= threshold.atMost ? .kept(ratio) : .missed(ratio)
    } else {
      verdict = .unknown
    }
  }
}
