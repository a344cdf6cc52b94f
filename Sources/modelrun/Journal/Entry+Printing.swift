import ModelCore
import ModelRuntime
import ToolSupport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The jobs of a journal as `modelrun jobs` prints them.
extension JobJournal.Entry {
  func row(ageAt now: Date) -> [String] {
    [
      handle?.jobID ?? String(id.prefix(12)), modelID.rawValue, state.word,
      Elapsed.age(seconds: age(at: now)), cost.map(USDollars.text) ?? "-", key ?? "-",
    ].map(Printable.line)
  }

  func json(ageAt now: Date) -> JSONValue {
    [
      "id": .string(id), "request_id": handle.map { .string($0.jobID) } ?? .null,
      "key": key.map { .string($0) } ?? .null, "model": .string(modelID.rawValue),
      "base_url": .string(baseURL.absoluteString), "state": .string(state.word),
      "message": state.message.map { .string($0) } ?? .null,
      "age": .number(JSONNumber(Int(age(at: now)))),
      "cost": cost.flatMap { JSONNumber($0) }.map { .number($0) } ?? .null,
    ]
  }

  private func age(at now: Date) -> Int64 {
    Int64(min(max(0, now.timeIntervalSince(submittedAt)), 1e12))
  }
}

extension JobJournal.State {
  /// The state as one word.
  var word: String {
    switch self {
    case .submitting: "submitting"
    case .submitted: "submitted"
    case .unknown: "unknown"
    case .ended(let status): status.rawValue
    case .notSubmitted: "not_submitted"
    case .abandoned: "abandoned"
    }
  }

  /// The reason of a state that has one.
  var message: String? {
    switch self {
    case .unknown(let reason), .notSubmitted(let reason): reason
    case .submitting, .submitted, .ended, .abandoned: nil
    }
  }
}

/// Rows of text with columns that are aligned.
enum TextTable {
  static func lines(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        column == row.count - 1
          ? text : text + String(repeating: " ", count: widths[column] - text.count)
      }.joined(separator: "  ")
    }
  }
}
