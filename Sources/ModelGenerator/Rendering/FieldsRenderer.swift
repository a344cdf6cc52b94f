@_spi(Generated) import ModelCore
import ModelSchema

/// Renders the list of an object's fields: one call for each, with the rules of the field.
///
/// The runtime checks and writes a request by that one list.
struct FieldsRenderer {
  let object: ObjectShape
  /// Rules of the object as a whole that bindings can't check.
  var uncheckedRules: [String] = []

  private static var fields: SwiftName { SwiftName("fields") }

  func function(_ fields: [ObjectRenderer.Field], _ storage: FieldStorage) -> SwiftDeclaration {
    var calls =
      storage.isGrouped ? storage.groups.map(Self.visit) : fields.flatMap(Self.visits)
    for key in object.undescribedRequired {
      calls.append(
        Self.call(
          "check",
          [
            SwiftArgument("required", .string(key)),
            SwiftArgument("in", .name(SwiftName("extraFields"))),
          ]))
    }
    if object.isClosed {
      calls.append(
        Self.call(
          "check",
          [
            SwiftArgument(nil, .name(SwiftName("extraFields"))),
            SwiftArgument("among", ListRenderer.strings(object.properties.map(\.key))),
          ]))
    }
    calls += object.keyRules.map(Self.check)
    if !uncheckedRules.isEmpty {
      calls.append(Self.call("reportUnchecked", Self.strings("rules", uncheckedRules)))
    }
    calls.append(
      Self.call("rest", [SwiftArgument(nil, .reference(.name(SwiftName("extraFields"))))]))
    return Self.function(calls)
  }

  /// The function of a group of fields.
  static func function(visiting fields: [ObjectRenderer.Field]) -> SwiftDeclaration {
    function(fields.flatMap(visits))
  }

  private static func function(_ calls: [SwiftExpression]) -> SwiftDeclaration {
    SwiftDeclaration(
      .hiddenFunction(
        SwiftName("visit"),
        [
          SwiftParameter(
            label: "_", name: fields, type: .known(.fieldVisitor), isInout: true)
        ],
        calls.map { .evaluate($0) }))
  }

  private static func mediaRules(_ fields: [ObjectRenderer.Field]) -> [SwiftDeclaration] {
    fields.compactMap { field in
      guard let media = media(in: field.shape), !media.rules.isEmpty else { return nil }
      let rules = media.rules.map { rule in
        SwiftExpression.make(
          .known(.mediaRule),
          [
            SwiftArgument(nil, .string(rule.rule)), SwiftArgument(nil, .number(rule.bound)),
            SwiftArgument("message", .string(rule.message)),
          ])
      }
      return SwiftDeclaration(.constant(rulesName(field), .array(rules)))
    }
  }

  /// The call that goes through a group of fields.
  private static func visit(_ group: FieldStorage.Group) -> SwiftExpression {
    .call(
      .chained(.chained(.name(group.name), SwiftName("value")), SwiftName("visit")),
      [SwiftArgument(nil, .reference(.name(fields)))])
  }

  private static func visits(_ field: ObjectRenderer.Field) -> [SwiftExpression] {
    let property = field.property
    let value = field.value(besides: fields.text)
    var calls = [visit(value, field)]
    if property.isRequired, property.isNullable {
      calls.append(
        call("nullable", [SwiftArgument(nil, .string(property.key)), SwiftArgument(nil, value)])
      )
    }
    var uncheckedRules = property.uncheckedRules
    if !PropertyType.isExpressible(property.shape) { uncheckedRules.append("items") }
    let head = [SwiftArgument(nil, .string(property.key)), SwiftArgument(nil, value)]
    if !property.acceptedTypes.isEmpty {
      let types = property.acceptedTypes.standardWords
      calls.append(call("check", head + strings("isOneOf", types)))
    }
    if !uncheckedRules.isEmpty {
      calls.append(call("reportUnchecked", head + strings("rules", uncheckedRules)))
    }
    return calls
  }

  /// The arguments of a variadic parameter.
  private static func strings(_ label: String?, _ texts: [String]) -> [SwiftArgument] {
    texts.enumerated().map { SwiftArgument($0 == 0 ? label : nil, .string($1)) }
  }

  /// The call that checks a rule about the keys of the object.
  private static func check(_ rule: KeyRule) -> SwiftExpression {
    let (itself, keyword) = (SwiftArgument(nil, .itself), SwiftExpression.string(rule.keyword.word))
    switch rule.requirement {
    case .beside(let key, let keys):
      return call(
        "check",
        [itself, SwiftArgument(nil, keyword), SwiftArgument("beside", .string(key))]
          + strings(nil, keys))
    case .minimum(let count), .maximum(let count):
      return call("check", [itself, SwiftArgument(rule.keyword.word, .integer(count))])
    case .condition(let condition):
      return call(
        "check",
        [itself, SwiftArgument(nil, keyword), SwiftArgument(nil, Self.condition(condition))])
    }
  }

  private static func condition(_ condition: KeyRule.Condition) -> SwiftExpression {
    func make(_ name: String, _ value: SwiftExpression) -> SwiftExpression {
      .call(.member(SwiftName(name)), [SwiftArgument(nil, value)])
    }
    return switch condition {
    case .keys(let keys): make("keys", .array(keys.map { .string($0) }))
    case .any(let conditions): make("any", .array(conditions.map(Self.condition)))
    case .one(let conditions): make("one", .array(conditions.map(Self.condition)))
    case .not(let condition): make("not", Self.condition(condition))
    }
  }

  /// The call that shows a field.
  private static func visit(
    _ value: SwiftExpression, _ field: ObjectRenderer.Field
  ) -> SwiftExpression {
    let call = call(
      method(for: field.shape),
      [SwiftArgument(nil, .string(field.property.key)), SwiftArgument(nil, .reference(value))]
        + rules(of: field.shape, field))
    return itemCheck(of: field.shape, field).map { .trailing(call, $0) } ?? call
  }

  /// The method that visits a field. Each kind of field has its own, so that the compiler has few
  /// overloads to choose from.
  private static func method(for shape: Shape) -> String {
    switch shape {
    case .string: "string"
    case .boolean: "bool"
    case .integer: "integer"
    case .number: "number"
    case .knownValues: "openEnum"
    case .object, .recursive: "object"
    case .media(let media): media.kind.rawValue
    case .array(let array):
      if case .media(let media) = array.item, !array.itemIsNullable {
        media.kind.rawValue + "s"
      } else {
        "array"
      }
    case .anyObject, .any: "value"
    }
  }

  /// The call that checks an item of an array, or nil where nothing can be wrong with it.
  private static func check(
    item shape: Shape, _ field: ObjectRenderer.Field
  ) -> SwiftExpression? {
    let rules = rules(of: shape, field)
    let inner = itemCheck(of: shape, field)
    switch shape {
    case .boolean, .anyObject, .any: return nil
    case .string, .integer: if rules.isEmpty { return nil }
    case .array(let array):
      if rules.isEmpty, inner == nil, !isPlainMedia(array) { return nil }
    case .number, .knownValues, .object, .recursive, .media: break
    }
    let call = SwiftExpression.call(
      .chained(.anonymous(0), SwiftName("check")),
      [SwiftArgument(nil, .anonymous(1)), SwiftArgument(nil, .anonymous(2))] + rules)
    return inner.map { .trailing(call, $0) } ?? call
  }

  /// The check of an array's items, where the array's own check doesn't know them.
  private static func itemCheck(
    of shape: Shape, _ field: ObjectRenderer.Field
  ) -> SwiftExpression? {
    guard case .array(let array) = shape, !isPlainMedia(array) else { return nil }
    return check(item: array.item, field)
  }

  private static func isPlainMedia(_ array: ArrayShape) -> Bool {
    if case .media = array.item { !array.itemIsNullable } else { false }
  }

  private static func rules(of shape: Shape, _ field: ObjectRenderer.Field) -> [SwiftArgument] {
    switch shape {
    case .boolean, .anyObject, .any, .knownValues, .object, .recursive: return []
    case .string(let rules):
      let pattern = SwiftArgument("pattern", .typeMember(.known(.selfType), patternName(field)))
      return RuleArguments.string(rules) + (rules.pattern == nil ? [] : [pattern])
    case .integer(let rules): return RuleArguments.integer(rules)
    case .number(let rules): return RuleArguments.number(rules)
    case .media(let media):
      guard !media.rules.isEmpty else { return [] }
      return [SwiftArgument("rules", .typeMember(.known(.selfType), rulesName(field)))]
    case .array(let array):
      return RuleArguments.array(array) + (isPlainMedia(array) ? rules(of: array.item, field) : [])
    }
  }

  private static func call(_ name: String, _ arguments: [SwiftArgument]) -> SwiftExpression {
    .call(.chained(.name(fields), SwiftName(name)), arguments)
  }

  private static func rulesName(_ field: ObjectRenderer.Field) -> SwiftName {
    SwiftName(field.names.identifier + "Rules")
  }

  private static func patternName(_ field: ObjectRenderer.Field) -> SwiftName {
    SwiftName(field.names.identifier + "Pattern")
  }

  private static func media(in shape: Shape) -> MediaShape? {
    switch shape {
    case .media(let media): media
    case .array(let array): media(in: array.item)
    default: nil
    }
  }

  /// Returns the constants beside the function: media rules and patterns of the fields, which are
  /// expensive to create.
  static func constants(_ fields: [ObjectRenderer.Field]) -> [SwiftDeclaration] {
    mediaRules(fields) + patterns(fields)
  }

  private static func patterns(_ fields: [ObjectRenderer.Field]) -> [SwiftDeclaration] {
    fields.compactMap { field in
      guard let pattern = pattern(in: field.shape) else { return nil }
      return SwiftDeclaration(
        .constant(
          patternName(field),
          .attempt(.make(.known(.pattern), [SwiftArgument(nil, .string(pattern))]))))
    }
  }

  private static func pattern(in shape: Shape) -> String? {
    switch shape {
    case .string(let rules): rules.pattern
    case .array(let array): pattern(in: array.item)
    default: nil
    }
  }
}
