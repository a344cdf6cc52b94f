public import JSONTree
public import SchemaRules

/// A request for a model that has no bindings: a body as the model's page describes it.
///
/// Nothing is known of its rules here, so nothing is checked before it is sent, unless it is given
/// rules: those of a model file, say.
public struct DynamicRequest: Sendable, CustomStringConvertible {
  public var modelID: ModelID
  public var body: JSONObject
  /// What the body is checked by; no part of what the request is compared by.
  public var rules: (any BodyRules)?

  public init(modelID: ModelID, body: JSONObject, rules: (any BodyRules)? = nil) {
    self.modelID = modelID
    self.body = body
    self.rules = rules
  }

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
