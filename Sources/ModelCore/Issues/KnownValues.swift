/// The values that a schema lists for a property, as a message about another value names them.
package struct KnownValues: Sendable {
  private static var listLimit: Int { 12 }

  /// The number of known values.
  package let count: Int
  /// The values if they are few enough to be listed.
  private let listed: [JSONValue]
  /// The known value that was probably meant.
  private let nearest: JSONValue?

  /// Creates a description of the known values that also names the one nearest to another value.
  package init(_ values: [JSONValue], nearestTo given: JSONValue) {
    count = values.count
    listed = values.count <= KnownValues.listLimit ? values : []
    nearest = NearestValue.find(given, among: values)
  }

  /// Creates a description of the integers in a range.
  package init(_ range: ClosedRange<Int>, nearestTo given: Int) {
    count = range.count
    listed = []
    nearest = .number(JSONNumber(min(max(given, range.lowerBound), range.upperBound)))
  }

  /// Creates a description of values of which only the number is known.
  package init(count: Int) {
    self.count = count
    listed = []
    nearest = nil
  }

  /// The end of a sentence that begins with "… isn't".
  var phrase: String {
    if count == 1, let only = listed.first { return "the one known value \(ValueText.shown(only))" }
    let values = count == 1 ? "the one known value" : "one of the \(count) known values"
    if let nearest { return "\(values) (did you mean \(ValueText.shown(nearest))?)" }
    let list = listed.map { ValueText.shown($0) }.joined(separator: ", ")
    return list.isEmpty ? values : "\(values) (\(list))"
  }
}

/// Finds the known value that was probably meant.
private enum NearestValue {
  static func find(_ given: JSONValue, among values: [JSONValue]) -> JSONValue? {
    switch given {
    case .number(let number):
      byNumber(number.double, values.map { ($0.double, $0) })
        ?? values.first { $0.string == number.text }
    case .string(let text): find(text, among: values)
    default: nil
    }
  }

  private static func find(_ text: String, among values: [JSONValue]) -> JSONValue? {
    let texts = values.map { $0.string ?? $0.number?.text ?? "" }
    let numbers = texts.map { Double($0) }
    if let number = Double(text), number.isFinite, !numbers.contains(nil) {
      return byNumber(number, zip(numbers, values).map { ($0, $1) })
    }
    if let given = size(text),
      let nearest = bySize(given, zip(texts, values).map { (size($0), $1) })
    {
      return nearest
    }
    let word =
      Spelling.nearest(to: text, among: texts)
      ?? texts.first { !text.isEmpty && $0.lowercased().hasPrefix(text.lowercased()) }
    return word.flatMap { word in zip(texts, values).first { $0.0.isSameOnWire(as: word) }?.1 }
  }

  private static func byNumber(_ given: Double, _ values: [(Double?, JSONValue)]) -> JSONValue? {
    nearest(values) { abs($0 - given) }
  }

  private static func bySize(
    _ given: (Double, Double), _ values: [((Double, Double)?, JSONValue)]
  ) -> JSONValue? {
    nearest(values) { ratio($0.0, given.0) * ratio($0.1, given.1) }
  }

  private static func ratio(_ one: Double, _ other: Double) -> Double {
    max(one, other) / min(one, other)
  }

  private static func nearest<Key>(
    _ values: [(Key?, JSONValue)], distance: (Key) -> Double
  ) -> JSONValue? {
    values.compactMap { key, value in key.map { (distance($0), value) } }.min { $0.0 < $1.0 }?.1
  }

  /// The width and height at the beginning of a text such as `1024x768` or `1024*768(4:3)`.
  private static func size(_ text: String) -> (Double, Double)? {
    let width = text.utf8.prefix(while: isDigit)
    let rest = text.utf8.dropFirst(width.count)
    guard let sign = rest.first, "xX*_".utf8.contains(sign) else { return nil }
    let height = rest.dropFirst().prefix(while: isDigit)
    guard let width = Double(Substring(width)), let height = Double(Substring(height)),
      width > 0, height > 0
    else { return nil }
    return (width, height)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
