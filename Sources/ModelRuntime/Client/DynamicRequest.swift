public import ModelCore

/// A request of a model without bindings, with a JSON body as the model's page describes it.
///
/// The request is sent without validation unless it has a validator.
public struct DynamicRequest: Sendable, CustomStringConvertible {
  /// The model that the request is for.
  public var modelID: ModelID
  /// The body of the request.
  public var body: JSONObject
  /// The validator for the body, which isn't part of comparisons.
  public var validator: BodyValidator?

  /// Creates a request.
  ///
  /// - Parameters:
  ///   - modelID: The model that the request is for.
  ///   - body: The body of the request.
  ///   - validator: The validator for the body; `nil` to send it without validation.
  public init(modelID: ModelID, body: JSONObject, validator: BodyValidator? = nil) {
    self.modelID = modelID
    self.body = body
    self.validator = validator
  }

  /// The ID of the model and the body.
  public var description: String { "\(modelID) \(body)" }
}

extension DynamicRequest: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    left.modelID == right.modelID && left.body == right.body
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(modelID)
    hasher.combine(body)
  }
}
