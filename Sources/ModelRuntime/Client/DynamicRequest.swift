public import JSONTree

/// A request for a model that has no bindings: a body as the model's page describes it.
///
/// Nothing is known of its rules here, so nothing is checked before it is sent.
public struct DynamicRequest: Sendable, Hashable, CustomStringConvertible {
  public var modelID: ModelID
  public var body: JSONObject

  public init(modelID: ModelID, body: JSONObject) {
    self.modelID = modelID
    self.body = body
  }

  public var description: String { "\(modelID) \(body)" }
}
