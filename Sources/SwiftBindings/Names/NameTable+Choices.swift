package import ModelSchema

extension NameTable {
  /// The names inside an object that is a property's value.
  package init(of object: ObjectShape) { self.init(object, ObjectNames(of: object)) }

  /// Returns a Boolean value that indicates whether a property of this name would conflict with a
  /// member of every request.
  package static func isReserved(property name: String) -> Bool {
    ReservedNames.isTaken(property: name)
  }

  /// Returns a Boolean value that indicates whether a value of this name would conflict with a
  /// member of every value type, or mislead.
  package static func isReserved(value name: String) -> Bool { ReservedNames.isTaken(value: name) }

  /// Returns a Boolean value that indicates whether a type, namespace or module of this name would
  /// hide a name that generated code uses.
  package static func isReserved(type name: String) -> Bool { ReservedNames.isTaken(type: name) }

  /// Returns the name of a key without competing keys.
  package static func plainName(ofProperty key: String) -> String { KeyName.property(key) }

  /// Returns the name of a value of a key without competing values.
  package static func plainName(ofValue value: String, key: String) -> String {
    ValueName.member(value, key: key)
  }
}
