import ModelCore
import ModelSchema

/// Keywords about arrays, objects, and schemas that a value must fit besides.
extension SchemaCompiler {
  mutating func readArray(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    var array = ArrayCheck(
      minItems: count(.minItems, node, &rules), maxItems: count(.maxItems, node, &rules),
      mustBeUnique: node[.uniqueItems]?.bool ?? false)
    if let items = node[.items] {
      if items.kind == .array {
        array.items = .tuple(
          items.elements.map { number(of: $0) }, additional: schema(.additionalItems, node))
      } else {
        array.items = .all(number(of: items))
      }
    }
    array.contains = schema(.contains, node)
    if case .any = array.items, array.minItems == nil, array.maxItems == nil,
      !array.mustBeUnique, array.contains == nil
    {
      return
    }
    rules.array = array
  }

  mutating func readObject(_ node: JSONNode, into rules: inout SchemaRuleSet) {
    var object = ObjectCheck()
    object.minProperties = count(.minProperties, node, &rules)
    object.maxProperties = count(.maxProperties, node, &rules)
    object.propertyNames = schema(.propertyNames, node)
    if let additional = node[.additionalProperties] {
      object.additionalIsForbidden = additional.bool == false
      if additional.bool == nil { object.additional = number(of: additional) }
    }
    readProperties(node, into: &object, &rules)
    for member in node[.patternProperties]?.distinctMembers ?? [] {
      if let pattern = pattern(member.key, at: member.value, .patternProperties, &rules) {
        object.patterns.append((pattern, number(of: member.value)))
      } else {
        object.hasUnknownPattern = true
      }
    }
    for member in node[.dependencies]?.distinctMembers ?? [] {
      let dependency: ObjectCheck.Dependency =
        member.value.kind == .array
        ? .keys(words(member.value, .dependencies, &rules)) : .schema(number(of: member.value))
      object.dependencies.append((member.key, dependency))
    }
    if object.looksAtOtherKeys || !object.properties.isEmpty || !object.dependencies.isEmpty
      || object.minProperties != nil || object.maxProperties != nil
    {
      rules.object = object
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
    var forms = FormCheck()
    forms.allOf = numbers(.allOf, node, &rules)
    forms.anyOf = numbers(.anyOf, node, &rules)
    forms.oneOf = numbers(.oneOf, node, &rules)
    forms.not = schema(.not, node)
    forms.condition = schema(.condition, node)
    if forms.condition != nil {
      forms.then = schema(.then, node)
      forms.otherwise = schema(.otherwise, node)
    }
    if !forms.allOf.isEmpty || !forms.anyOf.isEmpty || !forms.oneOf.isEmpty || forms.not != nil
      || forms.then != nil || forms.otherwise != nil
    {
      rules.forms = forms
    }
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
