import ModelCore

/// Tells the output that all models share from one of a model's own.
enum OutputReader {
  static func read(_ output: JSONNode?, _ findings: inout Findings) -> OutputShape {
    guard var node = output, !node.isNull else { return .common }
    // Pages print the schema as {"output": {…}}.
    if let inner = node["output"], inner.kind == .object, node[.type] == nil,
      node[.properties] == nil
    {
      node = inner
    }
    guard node.kind == .object else {
      findings.add(
        .warning,
        "the output must be a schema, not \(ModelReader.article(node)); it is read as the common one",
        at: node)
      return .common
    }
    var reader = ShapeReader(root: node)
    let reading = reader.read(node, &findings)
    let shape = reading.shape
    if case .any = shape, !reading.isReported, node.members.contains(where: { _ in true }) {
      findings.add(
        .warning, "nothing says what the output is; it is read as the common one", at: node,
        fix: "set \"type\": \"object\"")
    }
    switch shape {
    case .object(let object): return isCommon(object) ? .common : .object(object)
    case .anyObject, .any: return .common
    default: return .value(shape)
    }
  }

  /// Returns a Boolean value that indicates whether the runtime's own output type reads all keys.
  private static func isCommon(_ object: ObjectShape) -> Bool {
    !object.properties.isEmpty
      && object.properties.allSatisfy { property in
        switch (property.key, property.shape) {
        case ("image", .string), ("video", .string), ("audio", .string), ("image", .media),
          ("video", .media), ("audio", .media):
          return true
        case ("images", .array(let array)), ("videos", .array(let array)),
          ("audios", .array(let array)):
          switch array.item {
          case .string, .media, .any: return true
          default: return false
          }
        default:
          return false
        }
      }
  }
}
