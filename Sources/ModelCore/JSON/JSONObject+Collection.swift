extension JSONObject: RandomAccessCollection {
  /// A key and its value.
  public typealias Element = (key: String, value: JSONValue)

  /// The position of the first key-value pair: 0.
  public var startIndex: Int { 0 }

  /// The position after the last key-value pair.
  public var endIndex: Int { members.count }

  /// Accesses the key-value pair at a position.
  ///
  /// - Precondition: The position is a valid index of the object.
  public subscript(position: Int) -> Element { members[position] }

  /// The keys, in order.
  public var keys: [String] { members.map(\.key) }

  /// The values, in the order of their keys.
  public var values: [JSONValue] { members.map(\.value) }
}

/// Transforming and combining objects.
extension JSONObject {
  /// Returns an object with the same keys and with transformed values.
  ///
  /// - Parameter transform: A closure that returns the new value for a value of the object.
  /// - Throws: The error that `transform` throws.
  public func mapValues(
    _ transform: (JSONValue) throws -> JSONValue
  ) rethrows -> JSONObject {
    var object = self
    for index in object.members.indices {
      object.members[index].value = try transform(object.members[index].value)
    }
    return object
  }

  /// Returns an object with the key-value pairs that satisfy a condition.
  ///
  /// - Parameter isIncluded: A closure that returns a Boolean value that indicates whether the
  ///   result contains a key-value pair.
  /// - Throws: The error that `isIncluded` throws.
  public func filter(
    _ isIncluded: (Element) throws -> Bool
  ) rethrows -> JSONObject {
    var object = JSONObject()
    for member in members where try isIncluded(member) { object.members.append(member) }
    return object
  }

  /// Adds the key-value pairs of another object, replacing the values of keys that both contain.
  ///
  /// New keys are added at the end, in the order of the other object.
  ///
  /// - Parameter other: The object to add.
  public mutating func merge(_ other: JSONObject) { merge(other) { $1 } }

  /// Adds the key-value pairs of another object.
  ///
  /// New keys are added at the end, in the order of the other object.
  ///
  /// - Parameters:
  ///   - other: The object to add.
  ///   - combine: A closure that returns the value for a key that both objects contain, given this
  ///     object's value and the other's.
  /// - Throws: The error that `combine` throws.
  public mutating func merge(
    _ other: JSONObject, uniquingKeysWith combine: (JSONValue, JSONValue) throws -> JSONValue
  ) rethrows {
    var places: [WireName: Int] = [:]
    for (index, member) in members.enumerated() { places[WireName(member.key)] = index }
    for member in other.members {
      if let index = places[WireName(member.key)] {
        members[index].value = try combine(members[index].value, member.value)
      } else {
        members.append(member)
      }
    }
  }

  /// Returns an object with the key-value pairs of this object and another, whose values replace
  /// this object's.
  ///
  /// - Parameter other: The object to add.
  public func merging(_ other: JSONObject) -> JSONObject { merging(other) { $1 } }

  /// Returns an object with the key-value pairs of this object and another.
  ///
  /// New keys are added at the end, in the order of the other object.
  ///
  /// - Parameters:
  ///   - other: The object to add.
  ///   - combine: A closure that returns the value for a key that both objects contain, given this
  ///     object's value and the other's.
  /// - Throws: The error that `combine` throws.
  public func merging(
    _ other: JSONObject, uniquingKeysWith combine: (JSONValue, JSONValue) throws -> JSONValue
  ) rethrows -> JSONObject {
    var merged = self
    try merged.merge(other, uniquingKeysWith: combine)
    return merged
  }
}
