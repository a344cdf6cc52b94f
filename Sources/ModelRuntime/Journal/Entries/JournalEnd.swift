import ModelCore

extension JournalLine.End {
  /// The longest output that is kept, in bytes of JSON.
  private static var maximumOutputBytes: Int { 16 << 10 }

  /// Creates the end of a job from its record, without the bytes of files.
  ///
  /// - Parameters:
  ///   - record: The record of a job that has ended.
  ///   - observed: The time that the job took as far as polling tells, in seconds.
  init(_ record: JobRecord, observed: Double?) {
    let output = record.output.map(JournalLine.End.withoutFiles)
    let isKept = output.map { $0.description.utf8.count <= Self.maximumOutputBytes } ?? false
    self.init(
      status: record.status.rawValue, output: isKept ? output : nil, cost: record.cost,
      seconds: JournalLine.End.seconds(record, observed: observed))
  }

  /// The service's own dates are exact; polling knows the end only to an interval.
  private static func seconds(_ record: JobRecord, observed: Double?) -> Double? {
    guard let created = record.createdAt, let finished = record.finishedAt else { return observed }
    let told = finished.timeIntervalSince(created)
    guard told > 0, told < 86_400 else { return observed }
    // Dates of whole seconds may tell less than was seen.
    if let observed, told > observed * 2 + 2 { return observed }
    return (told * 1_000).rounded() / 1_000
  }

  /// A file as a data URI is replaced by its kind and size.
  private static func withoutFiles(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text) where text.utf8.prefix(5).elementsEqual("data:".utf8):
      let kind = text.prefix(80).prefix { $0 != "," }
      return .string("\(kind),… (\(text.utf8.count) bytes)")
    case .array(let items): return .array(items.map(withoutFiles))
    case .object(let object): return .object(object.mapValues(withoutFiles))
    case .null, .bool, .number, .string: return value
    }
  }
}
