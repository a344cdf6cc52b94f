import ModelCore

/// The query parameters of a request.
struct Query {
  private let values: [String: String]

  init(_ text: String) {
    var values: [String: String] = [:]
    for part in text.split(separator: "&") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let (key, value) = (Self.decoded(halves[0]), halves.count > 1 ? Self.decoded(halves[1]) : "")
      values[key] = value
    }
    self.values = values
  }

  private static func decoded(_ text: Substring) -> String {
    PercentEncoding.decode(String(text.map { $0 == "+" ? " " : $0 }))
  }

  /// Returns the value of a parameter, or `nil` if it is missing or empty.
  subscript(_ key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

  func flag(_ key: String) -> Bool { ["true", "1", "yes"].contains(self[key]?.lowercased()) }

  func number(
    _ key: String, in range: ClosedRange<Int>, otherwise: Int
  ) throws(ServiceRefusal) -> Int {
    guard let text = self[key] else { return otherwise }
    guard let number = Int(text), range.contains(number) else {
      let bound =
        range.upperBound == .max
        ? "\(range.lowerBound) or more" : "from \(range.lowerBound) to \(range.upperBound)"
      let message = "\(key) must be a whole number, \(bound)"
      throw .invalid(
        message, [["loc": ["query", .string(key)], "msg": .string(message), "type": "range"]])
    }
    return number
  }
}
