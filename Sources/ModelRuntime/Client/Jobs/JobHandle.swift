#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A reference to a job, from which this process or another can resume it.
///
/// A handle holds no secret. Store it before you wait, so that no crash loses a job you were charged
/// for.
public struct JobHandle: Sendable, Hashable, Identifiable, CustomStringConvertible {
  /// The ID of the job at the service.
  public var jobID: String { checkedID.description }
  /// The ID of the job, for use in lists.
  public var id: String { jobID }
  /// The model of the job; empty if it is unknown.
  public let modelID: ModelID
  /// The origin of the service that runs the job: scheme and host.
  public let baseURL: URL
  /// The date at which the service accepted the job, by the clock of the machine that submitted it.
  public let submittedAt: Date?

  let checkedID: RequestID

  /// Creates a handle from a job's ID, or returns `nil` if the ID isn't valid.
  ///
  /// - Parameters:
  ///   - jobID: The ID of the job at the service.
  ///   - modelID: The model of the job. Answers that name another model are refused, unless it is
  ///     empty.
  ///   - baseURL: The scheme and host of the service that has the job.
  ///   - submittedAt: The date of the submission, if it is known.
  public init?(
    jobID: String, modelID: ModelID, baseURL: URL = ModelClient.defaultBaseURL,
    submittedAt: Date? = nil
  ) {
    guard let id = RequestID(jobID) else { return nil }
    self.init(id, modelID, baseURL: baseURL, submittedAt: submittedAt)
  }

  init(_ id: RequestID, _ modelID: ModelID, baseURL: URL, submittedAt: Date?) {
    self.checkedID = id
    self.modelID = modelID
    self.baseURL = baseURL
    self.submittedAt = submittedAt
  }

  /// The model and the ID of the job.
  public var description: String {
    modelID.rawValue.isEmpty ? jobID : "\(ServiceText.line(modelID.rawValue)) \(jobID)"
  }
}

extension JobHandle: Codable {
  private enum CodingKeys: String, CodingKey {
    case jobID = "request_id"
    case modelID = "model_id"
    case baseURL = "base_url"
    case submittedAt = "submitted_at"
  }

  /// Decodes a handle.
  ///
  /// - Throws: `DecodingError` if a member is missing, or the job's ID or the base URL isn't valid.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let id = RequestID(try container.decode(String.self, forKey: .jobID)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .jobID, in: container,
        debugDescription: "expected a job ID of letters, digits, - and _")
    }
    guard let baseURL = URL(string: try container.decode(String.self, forKey: .baseURL)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .baseURL, in: container, debugDescription: "expected a URL")
    }
    self.init(
      id, ModelID(rawValue: try container.decode(String.self, forKey: .modelID)),
      baseURL: baseURL,
      submittedAt: try container.decodeIfPresent(Double.self, forKey: .submittedAt)
        .map { Date(timeIntervalSince1970: $0) })
  }

  /// Encodes the handle.
  ///
  /// - Throws: An error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(jobID, forKey: .jobID)
    try container.encode(modelID.rawValue, forKey: .modelID)
    try container.encode(baseURL.absoluteString, forKey: .baseURL)
    try container.encodeIfPresent(submittedAt?.timeIntervalSince1970, forKey: .submittedAt)
  }
}
