import JSONTree
import ModelSchema
import SchemaRules

/// Renders the check of an object: one call for each field that has a rule.
struct ValidationRenderer {
  let object: ObjectShape

  private static var issues: SwiftName { SwiftName("issues") }

  func function(_ fields: [ObjectRenderer.Field]) -> SwiftDeclaration {
    var calls = fields.flatMap(Self.checks)
    for key in object.undescribedRequired {
      calls.append(
        Self.call([
          SwiftArgument("required", .string(key)),
          SwiftArgument("in", .name(SwiftName("extraFields"))),
        ]))
    }
    if object.isClosed {
      calls.append(
        Self.call([
          SwiftArgument(nil, .name(SwiftName("extraFields"))),
          SwiftArgument("among", .array(object.properties.map { .string($0.key) })),
        ]))
    }
    return SwiftDeclaration(
      .function(
        SwiftName("validate"),
        [
          SwiftParameter(
            label: "into", name: Self.issues, type: .known(.validationIssues), isInout: true)
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

  private static func checks(_ field: ObjectRenderer.Field) -> [SwiftExpression] {
    let value = field.value(besides: issues.text)
    var calls: [SwiftExpression] = []
    if let check = check(
      value, .string(field.property.key), field.shape, on: .name(issues), field)
    {
      calls.append(check)
    }
    var uncheckedRules = field.property.uncheckedRules
    if !PropertyType.isExpressible(field.property.shape) { uncheckedRules.append("items") }
    for rule in uncheckedRules {
      calls.append(
        .call(
          .chained(.name(issues), SwiftName("reportUnchecked")),
          [
            SwiftArgument(nil, .string(rule)),
            SwiftArgument("at", .string(field.property.key)),
            SwiftArgument("because", .string("bindings can't check it")),
          ]))
    }
    return calls
  }

  /// The call that checks a value, or nil where nothing can be wrong with it.
  private static func check(
    _ value: SwiftExpression, _ step: SwiftExpression, _ shape: Shape, on issues: SwiftExpression,
    _ field: ObjectRenderer.Field
  ) -> SwiftExpression? {
    var arguments = [SwiftArgument(nil, value), SwiftArgument(nil, step)]
    switch shape {
    case .boolean, .anyObject, .any: return nil
    case .string(let rules):
      var added = RuleArguments.string(rules)
      if rules.pattern != nil {
        added.append(
          SwiftArgument("pattern", .typeMember(.known(.selfType), patternName(field))))
      }
      guard !added.isEmpty else { return nil }
      arguments += added
    case .integer(let rules):
      let added = RuleArguments.integer(rules)
      guard !added.isEmpty else { return nil }
      arguments += added
    case .number(let rules): arguments += RuleArguments.number(rules)
    case .published, .object: break
    case .media(let media):
      if !media.rules.isEmpty {
        arguments.append(
          SwiftArgument("rules", .typeMember(.known(.selfType), rulesName(field))))
      }
    case .array(let array):
      if case .media(let media) = array.item, !array.itemIsNullable {
        arguments += RuleArguments.array(array)
        if !media.rules.isEmpty {
          arguments.append(
            SwiftArgument("rules", .typeMember(.known(.selfType), rulesName(field))))
        }
        return call(arguments, on: issues)
      }
      let added = RuleArguments.array(array)
      let item = check(.anonymous(1), .anonymous(2), array.item, on: .anonymous(0), field)
      guard !added.isEmpty || item != nil else { return nil }
      let call = call(arguments + added, on: issues)
      return item.map { .trailing(call, $0) } ?? call
    }
    return call(arguments, on: issues)
  }

  private static func call(
    _ arguments: [SwiftArgument], on issues: SwiftExpression = .name(Self.issues)
  ) -> SwiftExpression {
    .call(.chained(issues, SwiftName("check")), arguments)
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

  /// What is worth compiling or building once: the media rules and patterns of the fields, as
  /// constants beside the function.
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
