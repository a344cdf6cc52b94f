package import ModelCore

/// A report of changes, as text or JSON.
package struct ChangeReport: Sendable {
  private let changes: [ModelChange]

  package init(_ changes: [ModelChange]) { self.changes = changes }

  package var isBreaking: Bool { changes.contains { $0.severity == .breaking } }

  /// For people: model by model, and a summary at the end; nothing where nothing changed.
  package var lines: [String] {
    guard !changes.isEmpty else { return [] }
    var lines: [String] = []
    var model = ""
    for change in changes {
      if !change.model.isSameOnWire(as: model) {
        if !lines.isEmpty { lines.append("") }
        model = change.model
        lines.append(model)
      }
      lines.append("  \(change.severity)  \(change.symbol): \(change.message)")
      if !change.advice.isEmpty {
        let blanks = String(repeating: " ", count: change.severity.rawValue.count)
        lines.append("  \(blanks)  \(change.advice)")
      }
    }
    return lines + ["", summary]
  }

  /// `2 models changed: 1 breaking, 3 additive, 1 cosmetic`
  private var summary: String {
    let models = Set(changes.map { WireName($0.model) }).count
    let counts = ModelChange.Severity.allCases.compactMap { severity -> String? in
      let count = count(severity)
      return count == 0 ? nil : "\(count) \(severity)"
    }
    return "\(ValueText.counted(models, "model")) changed: \(counts.joined(separator: ", "))"
  }

  private func count(_ severity: ModelChange.Severity) -> Int {
    changes.count { $0.severity == severity }
  }

  /// For programs.
  package var json: JSONValue {
    [
      "breaking": .number(JSONNumber(count(.breaking))),
      "additive": .number(JSONNumber(count(.additive))),
      "cosmetic": .number(JSONNumber(count(.cosmetic))),
      "changes": .array(
        changes.map { change in
          [
            "model": .string(change.model), "severity": .string(change.severity.rawValue),
            "kind": .string(change.kind.rawValue), "symbol": .string(change.symbol),
            "message": .string(change.message), "advice": .string(change.advice),
          ]
        }),
    ]
  }
}
