import ModelCore

/// Keywords that draft 7 doesn't have.
extension RandomSchema {
  /// A schema for what is left over, most often one that lets nothing through.
  mutating func unevaluated(depth: Int) -> JSONValue {
    chance(60) ? false : schema(depth: depth - 1)
  }

  mutating func addLaterKeyword(depth: Int, to object: inout JSONObject) {
    switch count(0...8) {
    case 0: object["dependentRequired"] = [key(): keyList()]
    case 1: object["dependentSchemas"] = [key(): schema(depth: depth)]
    case 2, 3: object["unevaluatedProperties"] = unevaluated(depth: depth)
    case 4: object["unevaluatedItems"] = unevaluated(depth: depth)
    case 5:
      object["contains"] = schema(depth: depth)
      if chance(60) { object["minContains"] = .number(JSONNumber(count(0...2))) }
      if chance(60) { object["maxContains"] = .number(JSONNumber(count(0...3))) }
    case 6, 7: addTuple(depth: depth, to: &object)
    default:
      // Only below another value: a schema that applies itself to the same value never ends.
      object["properties"] = [key(): dynamicReference()]
    }
  }

  private mutating func addTuple(depth: Int, to object: inout JSONObject) {
    let items = JSONValue.array((0..<count(1...3)).map { _ in schema(depth: depth) })
    let others = chance(40) ? [schema(depth: depth)] : []
    if dialect == .draft2020 {
      object["prefixItems"] = items
      if let others = others.first { object["items"] = others }
    } else {
      object["items"] = items
      if let others = others.first { object["additionalItems"] = others }
    }
  }

  private func dynamicReference() -> JSONValue {
    dialect == .draft2020 ? ["$dynamicRef": "#root"] : ["$recursiveRef": "#"]
  }
}
