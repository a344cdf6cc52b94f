/// Reading a value as one of the six kinds.
extension JSONValue {
  /// A Boolean value that indicates whether the value is `null`.
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// The Boolean value, or `nil` if the value is of another kind.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The number, or `nil` if the value is of another kind.
  public var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }

  /// The number as an integer, or `nil` if the value isn't a number, has a fractional part or
  /// doesn't fit.
  public var int: Int? { number?.int }

  /// The number as the nearest floating-point value, or `nil` if the value is of another kind.
  public var double: Double? { number?.double }

  /// The string, or `nil` if the value is of another kind.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The items of the array, or `nil` if the value is of another kind.
  public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The object, or `nil` if the value is of another kind.
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
}

/// Reading and changing what is inside arrays and objects.
extension JSONValue {
  /// Accesses the value of a key of an object.
  ///
  /// Reading gives `nil` if the value isn't an object or doesn't contain the key. Assigning `nil`
  /// removes the key; assign ``null`` to set it to `null`. Assigning to a key of `null` turns the
  /// value into an object; assigning to a key of any other kind of value has no effect.
  public subscript(key: String) -> JSONValue? {
    get { object?[key] }
    set {
      switch self {
      case .object(var object):
        self = .null
        object[key] = newValue
        self = .object(object)
      case .null:
        if let newValue { self = .object([key: newValue]) }
      default: break
      }
    }
  }

  /// Accesses an item of an array.
  ///
  /// Reading gives `nil` if the value isn't an array or the index is out of range. Assigning `nil`
  /// removes the item, and assigning to the index after the last item appends one. Assigning to any
  /// other index, or to an index of another kind of value, has no effect.
  public subscript(index: Int) -> JSONValue? {
    get {
      guard case .array(let items) = self, items.indices.contains(index) else { return nil }
      return items[index]
    }
    set {
      guard case .array(var items) = self, index >= 0, index <= items.count else { return }
      self = .null
      switch newValue {
      case let newValue? where index == items.count: items.append(newValue)
      case let newValue?: items[index] = newValue
      case nil: if index < items.count { items.remove(at: index) }
      }
      self = .array(items)
    }
  }
}
