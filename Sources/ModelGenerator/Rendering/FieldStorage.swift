import ModelCore
import ModelSchema

/// The way an object of a request stores its fields.
///
/// Most objects store each field by itself. The compiler needs time that grows faster than the number
/// of fields, and the fields of the objects inside count too. Large objects inside are therefore stored
/// outside, and an object with very many fields stores them in groups.
struct FieldStorage {
  /// Fields that are stored together.
  struct Group {
    let name: SwiftName
    let type: SwiftName
    let fields: [ObjectRenderer.Field]
  }

  /// The groups of all fields; none if each field is stored by itself.
  private(set) var groups: [Group] = []
  /// The properties that hold large objects, by the key of the field.
  private var boxes: [WireName: SwiftName] = [:]
  private var groupsByKey: [WireName: SwiftName] = [:]

  init(_ fields: [ObjectRenderer.Field], in scope: [String]) {
    var names = PrivateNames(fields)
    guard !FieldWeight.needsGroups(fields.map(\.property), in: scope) else {
      var (members, weight): ([ObjectRenderer.Field], Int) = ([], 0)
      for (index, field) in fields.enumerated() {
        members.append(field)
        weight += FieldWeight.weight(of: field.shape, in: scope)
        guard weight >= FieldWeight.groupWeight || index == fields.count - 1 else { continue }
        let number = groups.count + 1
        let group = Group(
          name: names.name("fieldGroup\(number)"), type: names.name("FieldGroup\(number)"),
          fields: members)
        groups.append(group)
        for member in members { groupsByKey[WireName(member.property.key)] = group.name }
        (members, weight) = ([], 0)
      }
      return
    }
    for field in fields where FieldWeight.isBoxed(field.shape, in: scope) {
      boxes[WireName(field.property.key)] = names.name(
        "stored" + field.identifier.text.capitalizedFirst)
    }
  }

  var isGrouped: Bool { !groups.isEmpty }

  func isBoxed(_ field: ObjectRenderer.Field) -> Bool {
    boxes[WireName(field.property.key)] != nil
  }

  /// The property itself, with its documentation.
  func property(_ field: ObjectRenderer.Field) -> SwiftDeclaration.Kind {
    let key = WireName(field.property.key)
    let value = SwiftName("value")
    if let box = boxes[key] {
      return .forwarded(field.identifier, field.type, to: .chained(.name(box), value))
    }
    if let group = groupsByKey[key] {
      return .forwarded(
        field.identifier, field.type,
        to: .chained(.chained(.name(group), value), field.identifier))
    }
    return .stored(field.identifier, field.type, isConstant: false)
  }

  /// The stored properties of which the object's own properties read and write a part.
  func storage(_ fields: [ObjectRenderer.Field]) -> [SwiftDeclaration] {
    groups.map {
      SwiftDeclaration(.privateStored($0.name, .indirect(.emitted([$0.type]))))
    }
      + fields.compactMap { field in
        boxes[WireName(field.property.key)].map {
          SwiftDeclaration(.privateStored($0, .indirect(field.type)))
        }
      }
  }

  /// The statements of the initializer that store the fields.
  func stores(_ fields: [ObjectRenderer.Field]) -> [SwiftStatement] {
    if isGrouped {
      return groups.map { group in
        let required = group.fields.filter { !$0.isOptional }
        let type = SwiftType.emitted([group.type])
        let arguments = required.map { SwiftArgument($0.identifier.text, .name($0.identifier)) }
        return .store(
          group.name, .make(.indirect(type), [SwiftArgument(nil, .make(type, arguments))]))
      }
    }
    return fields.map { field in
      guard let box = boxes[WireName(field.property.key)] else {
        return .store(field.identifier, .name(field.identifier))
      }
      return .store(
        box, .make(.indirect(field.type), [SwiftArgument(nil, .name(field.identifier))]))
    }
  }

  /// The structures that hold the groups, each with the checks of its fields.
  func structures() -> [SwiftDeclaration] {
    groups.map { group in
      SwiftDeclaration(
        .privateStructure(
          group.type,
          group.fields.map {
            SwiftDeclaration(.stored($0.identifier, $0.type, isConstant: false))
          } + [FieldsRenderer.function(visiting: group.fields)]
            + FieldsRenderer.constants(group.fields)))
    }
  }
}

/// The number of values that the compiler sees in an object.
enum FieldWeight {
  /// More fields than these are stored in groups.
  private static var maximumCount: Int { 128 }
  private static var maximumWeight: Int { 256 }
  /// Heavier objects are stored outside the object that has them.
  private static var maximumInline: Int { 32 }
  static var groupWeight: Int { 64 }

  static func needsGroups(_ properties: [Property], in scope: [String]) -> Bool {
    needsGroups(count: properties.count, weight: total(properties, in: scope))
  }

  private static func needsGroups(count: Int, weight: Int) -> Bool {
    count > maximumCount || weight > maximumWeight
  }

  /// Returns a Boolean value that indicates whether a value is stored outside.
  static func isBoxed(_ shape: Shape, in scope: [String]) -> Bool {
    if case .recursive = shape { return true }
    guard case .object(let object) = shape else { return false }
    return own(object, in: scope) > maximumInline
      || object.definition == nil && NestedPath.isHoisted(in: scope)
  }

  /// Returns the weight of a property of an object.
  static func weight(of shape: Shape, in scope: [String]) -> Int {
    guard case .object(let object) = shape,
      object.definition != nil || !NestedPath.isHoisted(in: scope)
    else { return 1 }
    let weight = own(object, in: scope)
    return weight > maximumInline ? 1 : weight
  }

  private static func own(_ object: ObjectShape, in scope: [String]) -> Int {
    let isApart = object.definition != nil || NestedPath.isHoisted(in: scope)
    let scope = isApart ? [""] : scope + [""]
    let weight = total(object.properties, in: scope)
    return needsGroups(count: object.properties.count, weight: weight)
      ? weight / groupWeight + 2 : weight + 1
  }

  private static func total(_ properties: [Property], in scope: [String]) -> Int {
    properties.reduce(0) { $0 + weight(of: $1.shape, in: scope) }
  }
}

/// Names for private members of an object, none of them taken by a property or a type.
private struct PrivateNames {
  private var taken: Set<String>

  init(_ fields: [ObjectRenderer.Field]) {
    taken = Set(fields.map(\.identifier.text)).union(fields.map(\.typeName))
  }

  mutating func name(_ preferred: String) -> SwiftName {
    var name = preferred
    while !taken.insert(name).inserted { name += "Storage" }
    return SwiftName(name)
  }
}
