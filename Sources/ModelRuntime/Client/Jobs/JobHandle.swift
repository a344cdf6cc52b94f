/// All that is needed to come back to a job, in this process or another. It holds no secret:
/// store it before waiting, and no crash loses a job that is paid for.
public struct JobHandle: Sendable, Hashable, CustomStringConvertible {
  /// The service's name for the job.
  public var requestID: String { id.description }
  /// The model that does the job; empty where nobody noted it.
  public let modelID: ModelID
  /// Where the job is: scheme and host.
  public let baseURL: String
  /// When the service took the job, in seconds since 1970 by this machine's clock.
  public let submittedAt: Double?

  let id: RequestID

  /// A handle for an id noted elsewhere; nil for an id that the service can't have given.
  ///
  /// - Parameters:
  ///   - requestID: What the service called the job.
  ///   - modelID: Answers that name another model are not passed on. Where it is empty, the
  ///     service's word is taken.
  ///   - baseURL: Where the job is: scheme and host.
  ///   - submittedAt: In seconds since 1970, where that is known.
  public init?(
    requestID: String, modelID: ModelID, baseURL: String = ModelClient.standardBaseURL,
    submittedAt: Double? = nil
  ) {
    guard let id = RequestID(requestID) else { return nil }
    self.init(id, modelID, baseURL: baseURL, submittedAt: submittedAt)
  }

  init(_ id: RequestID, _ modelID: ModelID, baseURL: String, submittedAt: Double?) {
    self.id = id
    self.modelID = modelID
    self.baseURL = baseURL
    self.submittedAt = submittedAt
  }

  public var description: String {
    modelID.rawValue.isEmpty ? requestID : "\(ServiceText.line(modelID.rawValue)) \(requestID)"
  }
}

extension JobHandle: Codable {
  private enum CodingKeys: String, CodingKey {
    case requestID = "request_id"
    case modelID = "model_id"
    case baseURL = "base_url"
    case submittedAt = "submitted_at"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let id = RequestID(try container.decode(String.self, forKey: .requestID)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .requestID, in: container, debugDescription: "not an id of the service")
    }
    self.init(
      id, ModelID(rawValue: try container.decode(String.self, forKey: .modelID)),
      baseURL: try container.decode(String.self, forKey: .baseURL),
      submittedAt: try container.decodeIfPresent(Double.self, forKey: .submittedAt))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(requestID, forKey: .requestID)
    try container.encode(modelID.rawValue, forKey: .modelID)
    try container.encode(baseURL, forKey: .baseURL)
    try container.encodeIfPresent(submittedAt, forKey: .submittedAt)
  }
}
