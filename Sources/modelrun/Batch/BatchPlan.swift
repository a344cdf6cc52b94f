import ModelCore
import ModelRuntime
import ToolSupport

/// One request of a batch.
struct BatchLine: Sendable {
  /// The number of the line in the file, counted from 1.
  let number: Int
  let request: DynamicRequest
  /// The job key. It doesn't depend on the file or the line.
  let key: String
  /// A Boolean value that indicates whether the line itself names the key.
  let hasOwnKey: Bool
  /// The digest of the request body.
  let digest: String
}

/// The validated requests of a batch.
struct BatchPlan {
  /// The part of the lines that this command runs: every `count`-th line.
  struct Shard: Sendable, Equatable {
    var index = 1
    var count = 1
  }

  /// A line that can't be submitted.
  struct InvalidLine {
    let number: Int
    /// The column of the problem, if it is at one.
    let column: Int?
    let messages: [String]
  }

  private(set) var lines: [BatchLine] = []
  private(set) var invalid: [InvalidLine] = []
  /// Remarks on lines that are the same.
  private(set) var notes: [String] = []

  private var models: [String: Result<RequestedModel, CommandFailure>] = [:]
  private var repetitions: [String: (count: Int, first: Int)] = [:]
  private var owners: [String: (number: Int, digest: String)] = [:]

  /// - Parameters:
  ///   - find: Finds a model.
  ///   - body: Creates and validates the request of a line.
  init(
    _ file: BatchFile, model: String?, shard: Shard,
    find: (String) throws -> RequestedModel,
    body: (RequestedModel, BatchFile.Row) throws -> RequestBody
  ) {
    for (index, row) in file.rows.enumerated() {
      let isMine = index % shard.count == shard.index - 1
      do {
        let line = try line(row, model, file.name, find, body)
        if isMine { lines.append(line) }
      } catch {
        if isMine {
          invalid.append(
            InvalidLine(number: row.number, column: row.column, messages: error.messages))
        }
      }
    }
  }

  private struct LineError: Error {
    let messages: [String]
  }

  private mutating func line(
    _ row: BatchFile.Row, _ model: String?, _ file: String,
    _ find: (String) throws -> RequestedModel,
    _ body: (RequestedModel, BatchFile.Row) throws -> RequestBody
  ) throws(LineError) -> BatchLine {
    if let problem = row.problem { throw LineError(messages: [problem]) }
    guard let name = row.model ?? model else {
      throw LineError(messages: ["no model; add the member \"model\", or pass --model"])
    }
    let request: DynamicRequest
    do {
      request = try body(try found(name, find).get(), row).request
    } catch {
      let issues = (error as? UnsentRequest)?.issues ?? []
      let first = CommandFailure(of: error).message.split(separator: "\n").first.map(String.init)
      throw LineError(messages: issues.isEmpty ? [first ?? ""] : issues.map { "\($0)" })
    }
    let digest = BodyDigest.text(of: Array(request.body.description.utf8))
    let job = "\(request.modelID.rawValue) \(digest)"
    guard let key = row.key else {
      let before = repetitions[job]
      if let before {
        notes.append("\(file):\(row.number): note: the same request as on line \(before.first)")
      }
      let count = (before?.count ?? 0) + 1
      repetitions[job] = (count, before?.first ?? row.number)
      let digits = digest.drop { $0 != ":" }.dropFirst().prefix(40)
      return BatchLine(
        number: row.number, request: request,
        key: "batch:\(request.modelID.rawValue):\(digits)\(count == 1 ? "" : ":\(count)")",
        hasOwnKey: false, digest: digest)
    }
    guard (1...1_024).contains(key.utf8.count) else {
      throw LineError(messages: ["key: expected 1 to 1,024 bytes"])
    }
    if let owner = owners[key] {
      guard owner.digest == job else {
        throw LineError(
          messages: [
            "key: \(ValueText.quoted(key)) belongs to another request, on line \(owner.number)"
          ])
      }
      notes.append(
        "\(file):\(row.number): note: the same key and request as on line \(owner.number)")
    } else {
      owners[key] = (row.number, job)
    }
    return BatchLine(
      number: row.number, request: request, key: key, hasOwnKey: true, digest: digest)
  }

  private mutating func found(
    _ name: String, _ find: (String) throws -> RequestedModel
  ) -> Result<RequestedModel, CommandFailure> {
    if let known = models[name] { return known }
    let result = Result { try find(name) }.mapError { CommandFailure(of: $0) }
    models[name] = result
    return result
  }
}
