package import ModelSchema

extension NameTable {
  /// The names inside an object that is a property's value.
  package init(of object: ObjectShape) { self.init(object, ObjectNames(of: object)) }

  /// Whether a property of this name would clash with what every request has.
  package static func isReserved(property name: String) -> Bool {
    ReservedNames.isTaken(property: name)
  }

  /// Whether a value of this name would clash with what every value type has, or mislead.
  package static func isReserved(value name: String) -> Bool { ReservedNames.isTaken(value: name) }

  /// Whether a type, a namespace or a module of this name would hide what emitted code relies on.
  package static func isReserved(type name: String) -> Bool { ReservedNames.isTaken(type: name) }

  /// The name that a key has where no other wishes for the same.
  package static func plainName(ofProperty key: String) -> String { KeyName.property(key) }

  /// The name that a value of a key has where no other wishes for the same.
  package static func plainName(ofValue value: String, key: String) -> String {
    ValueName.member(value, key: key)
  }
}
