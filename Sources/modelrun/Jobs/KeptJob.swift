import ModelCore
import SchemaValidator
import ToolSupport

/// A job as `--json` told it, or as a program stored its handle: in a file, among other lines.
struct KeptJob {
  let jobID: String
  /// The model, or `nil` if it is unknown.
  let model: String?
  /// The origin of the service that runs the job. The token is sent there only if the user names it
  /// too.
  let baseURL: String?

  /// - Parameter path: A file, or `-` for standard input.
  init(reading path: String) throws(CommandFailure) {
    let text = try BodyText(reading: path)
    let lines = text.bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    let values = ([text.bytes] + lines).lazy.compactMap { try? JSONValue(parsing: $0) }
    guard let job = values.first(where: { $0["request_id"]?.string != nil }),
      let id = job["request_id"]?.string
    else {
      throw CommandFailure(
        .badInput, "\(text.origin) contains no job: expected JSON with a request_id")
    }
    jobID = id
    model = (job["model"] ?? job["model_id"])?.string
    baseURL = job["base_url"]?.string
  }
}
