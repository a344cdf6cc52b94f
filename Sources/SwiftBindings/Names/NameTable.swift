public import ModelSchema

/// The Swift names of a model, for those who show them rather than emit them.
public struct NameTable: Sendable {
  /// A property and its name.
  public struct Row: Sendable {
    public let key: String
    public let identifier: String
    /// The type as it is spelled, `?` included where the property is optional.
    public let type: String
    /// Published values with their names, in order.
    public let values: [(value: String, member: String)]
  }

  public let rows: [Row]

  public init(of model: Model, overrides: NameOverrides = NameOverrides()) {
    self.init(model.input, ObjectNames(of: model.input, overrides: overrides.model(model.id)))
  }

  init(_ object: ObjectShape, _ names: ObjectNames) {
    rows = ObjectRenderer(object: object, names: names).fields.map { field in
      let set = PropertyType.published(in: field.shape)
      return Row(
        key: field.property.key, identifier: field.identifier.escaped, type: field.type.text,
        values: (set?.texts ?? []).map { text in
          (text, SwiftName(field.names.values[.init(text)] ?? text).escaped)
        })
    }
  }

  /// The texts of the values that a property publishes.
  public static func publishedTexts(of property: Property) -> [String] {
    PropertyType.published(in: property.shape)?.texts ?? []
  }

  /// Whether a name that somebody chose can stand in source, as it is.
  public static func isUsable(_ text: String, dotsAllowed: Bool = false) -> Bool {
    if dotsAllowed {
      return text.split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { isUsable(String($0)) }
    }
    return !text.isEmpty && SwiftName(text).text == text
  }
}
