package import ModelSchema

/// The Swift names of a model, for those who show them rather than emit them.
package struct NameTable: Sendable {
  /// A property and its name.
  package struct Row: Sendable {
    package let key: String
    package let identifier: String
    /// The type as it is spelled, `?` included where the property is optional.
    package let type: String
    /// A Boolean value that indicates whether the property may be left out.
    package var isOptional: Bool { type.hasSuffix("?") }
    /// The name of the type that the property declares for its values or its objects; nil where it
    /// declares none.
    package let ownType: String?
    /// Published values with their names, in order.
    package let values: [(value: String, member: String)]
    /// A Boolean value that indicates whether the bindings have a constant for the default.
    package let hasDefaultConstant: Bool

    init(
      _ property: Property, _ names: ObjectNames.PropertyNames, type: SwiftType,
      hasDefaultConstant: Bool = false
    ) {
      let shape = PropertyType.expressible(property.shape)
      let set = PropertyType.knownValues(in: shape)
      key = property.key
      identifier = SwiftName(names.identifier).escaped
      self.type = type.text
      ownType = set != nil || PropertyType.object(in: shape) != nil ? names.type : nil
      values = (set?.texts ?? []).map { text in
        (text, SwiftName(names.values[.init(text)] ?? text).escaped)
      }
      self.hasDefaultConstant = hasDefaultConstant
    }
  }

  package let rows: [Row]

  package init(of model: Model, overrides: NameOverrides = NameOverrides()) {
    self.init(model.input, ObjectNames(of: model.input, overrides: overrides.model(model.id)))
  }

  init(_ object: ObjectShape, _ names: ObjectNames) {
    rows = ObjectRenderer(object: object, names: names).fields.map { field in
      Row(
        field.property, field.names, type: field.type,
        hasDefaultConstant: DefaultsRenderer.declaration([field]) != nil)
    }
  }

  /// The texts of the values that a property publishes.
  package static func publishedTexts(of property: Property) -> [String] {
    PropertyType.knownValues(in: property.shape)?.texts ?? []
  }

  /// Returns a Boolean value that indicates whether a configured name is a valid Swift name.
  package static func isUsable(_ text: String, dotsAllowed: Bool = false) -> Bool {
    if dotsAllowed {
      return text.split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { isUsable(String($0)) }
    }
    return !text.isEmpty && SwiftName(text).text == text
  }
}

extension NameTable {
  /// The names inside an object that is a property's value.
  package init(of object: ObjectShape) { self.init(object, ObjectNames(of: object)) }

  /// Returns the name of a key without competing keys.
  package static func plainName(ofProperty key: String) -> String { KeyName.property(key) }

  /// Returns the name of a value of a key without competing values.
  package static func plainName(ofValue value: String, key: String) -> String {
    ValueName.member(value, key: key)
  }
}

extension NameTable {
  /// The names inside an output of a model's own, or inside an object in it.
  package init(ofOutput object: ObjectShape) {
    let names = ObjectNames(of: object)
    rows = object.properties.map { property in
      let names = names[property.key]
      let shape = PropertyType.expressible(property.shape)
      let type = SwiftType.optional(PropertyType.outputType(of: shape, own: names.type))
      return Row(property, names, type: type)
    }
  }

  /// The type of what a model gives: `MediaOutput`, `JSONValue`, or its own `Output`.
  package static func outputType(of model: Model) -> String {
    OutputRenderer.output(of: model, nil, originals: [:]).type.text
  }
}
