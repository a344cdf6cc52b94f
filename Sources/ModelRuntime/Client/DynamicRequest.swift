public import JSONTree
public import SchemaRules

/// A request of a model without bindings, with a JSON body as the model's page describes it.
///
/// The body isn't validated before it is sent, unless the request has ``rules``, such as those of a
/// model file.
public struct DynamicRequest: Sendable, CustomStringConvertible {
  /// The ID of the model.
  public var modelID: ModelID
  /// The body of the request.
  public var body: JSONObject
  /// The rules that the body is validated by, or `nil` for none. They aren't compared by `==`.
  public var rules: (any BodyRules)?

  /// Creates a request.
  ///
  /// - Parameters:
  ///   - modelID: The ID of the model.
  ///   - body: The body of the request.
  ///   - rules: The rules that the body is validated by.
  public init(modelID: ModelID, body: JSONObject, rules: (any BodyRules)? = nil) {
    self.modelID = modelID
    self.body = body
    self.rules = rules
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
