import ModelCore
import ToolSupport

/// The input of a batch: a request on each line.
struct BatchFile {
  /// One line, as far as it can be read.
  struct Row {
    /// The number of the line, counted from 1.
    let number: Int
    var model: String?
    var key: String?
    /// The body of a line of JSON.
    var members = JSONObject()
    /// The fields of a line of CSV, as assignments.
    var assignments: [String] = []
    /// The reason why the line can't be read.
    var problem: String?
    /// The column of the problem, if it is at one.
    var column: Int?
  }

  let name: String
  let rows: [Row]

  /// - Parameter path: A file, or `-` for standard input. One that ends in `.csv` is read as CSV.
  init(reading path: String) throws(CommandFailure) {
    let text = try BodyText(reading: path)
    name = text.origin
    rows =
      path.lowercased().hasSuffix(".csv")
      ? try BatchFile.csv(text) : BatchFile.lines(text.bytes)
  }

  private static func lines(_ bytes: [UInt8]) -> [Row] {
    bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      line.allSatisfy { [32, 9, 13].contains($0) } ? nil : row(index + 1, Array(line))
    }
  }

  private static func row(_ number: Int, _ line: [UInt8]) -> Row {
    var row = Row(number: number)
    do {
      let document = try JSONDocument(parsing: line)
      guard document.root.kind == .object else {
        row.problem =
          "expected a JSON object, not \(ValueText.withArticle(document.root.kind.description))"
        return row
      }
      if let twice = document.duplicateKeys.first {
        row.problem = "duplicate key \(ValueText.quoted(twice.key))"
        row.column = twice.place.column
      }
      row.members = JSONObject(document.root)
    } catch {
      row.problem = error.message
      row.column = error.column
    }
    for name in ["model", "key"] {
      guard let value = row.members[name] else { continue }
      guard let text = value.string else {
        row.problem = row.problem ?? "\(name): expected a string"
        continue
      }
      row.members[name] = nil
      if name == "model" { row.model = text } else { row.key = text }
    }
    return row
  }

  private static func csv(_ text: BodyText) throws(CommandFailure) -> [Row] {
    let records: [CSVReader.Record]
    do throws(CSVReader.Malformed) {
      records = try CSVReader.records(in: text.bytes)
    } catch {
      throw CommandFailure(.badInput, "\(text.origin):\(error.line): \(error.message)")
    }
    guard let header = records.first?.fields else { return [] }
    return records.dropFirst().map { record in
      var row = Row(number: record.line)
      if record.fields.count != header.count {
        row.problem = "expected \(header.count) fields, not \(record.fields.count)"
      }
      for (name, field) in zip(header, record.fields) where !field.isEmpty {
        switch name {
        case "model": row.model = field
        case "key": row.key = field
        default: row.assignments.append("\(name)=\(field)")
        }
      }
      return row
    }
  }
}
