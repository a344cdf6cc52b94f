import ModelCore
import ModelSchema

/// Keywords about arrays, objects, and schemas that a value must fit besides.
extension SchemaCompiler {
  mutating func readArray(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    var array = ArrayCheck(
      minItems: count(.minItems, node, &rules), maxItems: count(.maxItems, node, &rules),
      mustBeUnique: node[.uniqueItems]?.bool ?? false)
    readItems(node, into: &array, &rules)
    if let contains = schema(.contains, node) {
      array.contains = ArrayCheck.Contains(
        schema: contains, minimum: laterCount(.minContains, &rules),
        maximum: laterCount(.maxContains, &rules),
        evaluatesItems: dialect.evaluatesContainedItems)
    }
    if case .any = array.items, array.minItems == nil, array.maxItems == nil,
      !array.mustBeUnique, array.contains == nil
    {
      return
    }
    rules.array = array
  }

  /// Reads the schemas of items. Beside `prefixItems`, `items` applies to the items after those, in
  /// every dialect: nobody means anything else.
  private mutating func readItems(
    _ node: JSONNode, into array: inout ArrayCheck, _ rules: inout SchemaRuleSet
  ) {
    let items = node[.items]
    if let prefix = prefixItems, prefix.kind == .array {
      let isKnown = laterKeywords[.prefixItems] != nil
      if let items, items.kind == .array {
        note("items", items, "expected a schema beside prefixItems", in: &rules)
      }
      if let additional = node[.additionalItems] {
        note(.additionalItems, additional, "it says nothing beside prefixItems; write items")
      }
      array.items = .tuple(
        prefix.elements.map { isKnown ? number(of: $0) : nil },
        additional: items.flatMap { $0.kind == .array ? nil : number(of: $0) })
    } else if let items, items.kind == .array {
      array.items = .tuple(
        items.elements.map { number(of: $0) }, additional: schema(.additionalItems, node))
    } else if let items {
      array.items = .all(number(of: items))
    }
  }

  private mutating func laterCount(_ keyword: Keyword, _ rules: inout SchemaRuleSet) -> Int? {
    laterKeywords[keyword].flatMap { count(keyword, in: $0, &rules) }
  }

  mutating func readObject(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    var object = ObjectCheck()
    object.minProperties = count(.minProperties, node, &rules)
    object.maxProperties = count(.maxProperties, node, &rules)
    object.propertyNames = schema(.propertyNames, node)
    if let additional = node[.additionalProperties] {
      object.additionalIsForbidden = additional.bool == false
      if additional.bool == nil { object.additional = number(of: additional) }
      object.evaluatesOtherKeys = true
    }
    readProperties(node, into: &object, &rules)
    for member in node[.patternProperties]?.distinctMembers ?? [] {
      if let pattern = pattern(member.key, at: member.value, .patternProperties, &rules) {
        object.patterns.append((pattern, number(of: member.value)))
      } else {
        object.hasUnknownPattern = true
      }
    }
    for keyword in [Keyword.dependencies, .dependentRequired, .dependentSchemas] {
      readDependencies(
        keyword == .dependencies ? node[keyword] : laterKeywords[keyword], keyword,
        into: &object, &rules)
    }
    if object.looksAtOtherKeys || !object.properties.isEmpty || !object.dependencies.isEmpty
      || object.minProperties != nil || object.maxProperties != nil || object.evaluatesOtherKeys
    {
      rules.object = object
    }
  }

  private mutating func readDependencies(
    _ node: JSONNode?, _ keyword: Keyword, into object: inout ObjectCheck,
    _ rules: inout SchemaRuleSet
  ) {
    let rule = ValidationRule(rawValue: keyword.word)
    for member in node?.distinctMembers ?? [] {
      let isSchema =
        keyword == .dependentSchemas || keyword == .dependencies && member.value.kind != .array
      object.dependencies.append(
        ObjectCheck.Dependency(
          key: member.key, rule: rule,
          demand: isSchema
            ? .schema(number(of: member.value)) : .keys(words(member.value, rule, &rules))))
    }
  }

  private mutating func readProperties(
    _ node: JSONNode, into object: inout ObjectCheck, _ rules: inout SchemaRuleSet
  ) {
    var places: [WireName: Int] = [:]
    for member in node[.properties]?.distinctMembers ?? [] {
      places[WireName(member.key)] = object.properties.count
      object.properties.append(
        .init(key: member.key, schema: number(of: member.value), isRequired: false))
    }
    // Draft 3 has a boolean inside the property; it asks nothing of the value itself.
    if let required = node[.required], required.kind != .bool {
      for key in words(required, .required, &rules) {
        if let place = places[WireName(key)] {
          object.properties[place].isRequired = true
        } else {
          places[WireName(key)] = object.properties.count
          object.properties.append(.init(key: key, schema: nil, isRequired: true))
        }
      }
    }
    object.keys = WordTable(object.properties.map(\.key))
  }

  mutating func readForms(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    var forms = rules.forms ?? FormCheck()
    forms.allOf = numbers(.allOf, node, &rules)
    forms.anyOf = numbers(.anyOf, node, &rules)
    forms.oneOf = numbers(.oneOf, node, &rules)
    forms.not = schema(.not, node)
    forms.condition = schema(.condition, node)
    if forms.condition != nil {
      forms.then = schema(.then, node)
      forms.otherwise = schema(.otherwise, node)
    }
    if !forms.isEmpty { rules.forms = forms }
  }

  private mutating func numbers(
    _ keyword: Keyword, _ node: JSONNode, _ rules: inout SchemaRuleSet
  ) -> [Int] {
    guard let list = node[keyword] else { return [] }
    let numbers = list.elements.map { number(of: $0) }
    if numbers.isEmpty {
      note(
        ValidationRule(rawValue: keyword.word), list, "expected an array of schemas", in: &rules)
    }
    return numbers
  }
}
