import ModelCore

extension JobRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case status, json
  }

  /// Decodes a record.
  ///
  /// - Throws: `DecodingError` if a member is missing or has another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(JSONValue.self, forKey: .json),
      status: try container.decode(JobStatus.self, forKey: .status))
  }

  /// Encodes the status and the whole answer of the service.
  ///
  /// - Throws: An error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(status, forKey: .status)
    try container.encode(json, forKey: .json)
  }
}

extension JobResult: Codable {
  /// Decodes a result from its record.
  ///
  /// - Throws: `DecodingError` if the record can't be decoded or has no output.
  public init(from decoder: any Decoder) throws {
    record = try JobRecord(from: decoder)
    guard let output = record.output else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "expected a record with an output"))
    }
    self.output = Output(json: output)
  }

  /// Encodes the record, which holds the output.
  ///
  /// - Throws: An error of the encoder.
  public func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }
}
