import ModelCore
import ModelSchema

/// Renders the values that the service uses for parameters that are omitted.
///
/// Sample texts and sample URLs aren't useful defaults; they stay in the documentation.
enum DefaultsRenderer {
  static func declaration(_ fields: [ObjectRenderer.Field]) -> SwiftDeclaration? {
    let members = fields.compactMap { field -> SwiftDeclaration? in
      guard let node = field.property.defaultValue,
        let value = value(node, field.shape, field)
      else { return nil }
      return SwiftDeclaration(.computed(field.identifier, field.valueType, value, isStatic: true))
    }
    guard !members.isEmpty else { return nil }
    return SwiftDeclaration(
      .namespace(SwiftName("Defaults"), members),
      documentation: Documentation("The values the service uses for parameters you omit."))
  }

  private static func value(
    _ node: JSONNode, _ shape: Shape, _ field: ObjectRenderer.Field
  ) -> SwiftExpression? {
    switch shape {
    case .boolean: return node.bool.map { .bool($0) }
    case .integer: return node.number?.int.map { .integer($0) }
    case .number:
      guard let number = node.number, number.double.isFinite else { return nil }
      return .double(number.double)
    case .knownValues(let set): return published(node, set, field)
    case .array(let array):
      guard node.kind == .array else { return nil }
      let items = node.elements.map { value($0, array.item, field) }
      return items.isEmpty || items.contains { $0 == nil } ? nil : .array(items.compactMap(\.self))
    default: return nil
    }
  }

  private static func published(
    _ node: JSONNode, _ set: KnownSet, _ field: ObjectRenderer.Field
  ) -> SwiftExpression? {
    let text: String?
    let literal: SwiftExpression?
    switch set {
    case .strings:
      text = node.string
      literal = node.string.map { .string($0) }
    case .integers:
      text = node.number?.int.map { String($0) }
      literal = node.number?.int.map { .integer($0) }
    case .numbers(let values):
      text = values.first { $0 == node.number }?.text
      literal = node.number.map { .double($0.double) }
    }
    if let text, let name = field.names.values[WireName(text)] { return .member(SwiftName(name)) }
    let type = SwiftType.emitted([SwiftName(field.names.type)])
    return literal.map { .make(type, [SwiftArgument("rawValue", $0)]) }
  }
}
