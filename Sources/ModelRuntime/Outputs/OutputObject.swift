public import JSONTree

/// An object inside an output: a view of its JSON.
public protocol OutputObject: ModelOutput, OutputValue {}

extension OutputObject {
  /// Nil for anything but an object.
  public init?(reading json: JSONValue) {
    guard json.kind == .object else { return nil }
    self.init(json: json)
  }
}
