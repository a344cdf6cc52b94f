/// A JSON object: keys and values, in order.
///
/// An object is a collection of key-value pairs in the order in which they were added or parsed:
///
/// ```swift
/// for (key, value) in object { print(key, value) }
/// ```
///
/// Keys are unique, and are compared byte by byte: two Unicode spellings of “é” are two keys. Two
/// objects are equal if they contain the same values for the same keys, in whatever order.
public struct JSONObject: Sendable {
  /// The keys and values, in order.
  package internal(set) var members: [(key: String, value: JSONValue)]

  /// Creates an empty object.
  public init() { members = [] }

  /// Creates an object from keys and values.
  ///
  /// If a key occurs more than once, its last value takes the place of the first.
  ///
  /// - Parameter members: The keys and values, in order.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    self.members = []
    var places: [WireName: Int] = [:]
    for (key, value) in members {
      if let index = places[WireName(key)] {
        self.members[index].value = value
      } else {
        places[WireName(key)] = self.members.count
        self.members.append((key, value))
      }
    }
  }

  /// Creates an object from the elements of another one, such as a slice of it.
  ///
  /// If a key occurs more than once, its last value takes the place of the first.
  ///
  /// - Parameter members: The keys and values, in order.
  public init(_ members: some Sequence<(key: String, value: JSONValue)>) {
    self.init(members.lazy.map { ($0.key, $0.value) })
  }

  /// Creates an object from a dictionary, with its keys sorted by their UTF-8 bytes.
  public init(_ dictionary: [String: JSONValue]) {
    members = dictionary.sorted { WireName($0.key) < WireName($1.key) }
  }

  /// Creates the object of an object node, or an empty one for a node of another kind.
  package init(_ node: JSONNode) {
    let members = node.members.map { ($0.key, JSONValue($0.value)) }
    if node.document.hasDuplicateKeys {
      self.init(members)
    } else {
      self.init()
      self.members = members
    }
  }

  /// Accesses the value of a key.
  ///
  /// Assigning `nil` removes the key; assign ``JSONValue/null`` to set it to `null`. A new key is
  /// added at the end.
  public subscript(key: String) -> JSONValue? {
    get { index(of: key).map { members[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append((key, value))
      case (nil, nil): break
      }
    }
  }

  private func index(of key: String) -> Int? {
    members.firstIndex { $0.key.isSameOnWire(as: key) }
  }
}

extension JSONObject: Hashable {
  /// Returns a Boolean value that indicates whether two objects contain the same values for the
  /// same keys.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.table == right.table
  }

  /// Hashes the keys and values without regard to their order.
  public func hash(into hasher: inout Hasher) { hasher.combine(table) }

  private var table: [WireName: JSONValue] {
    Dictionary(members.map { (WireName($0.key), $0.value) }) { _, last in last }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral, CustomStringConvertible {
  /// Creates an object; if a key occurs more than once, the last value is used.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }

  /// The object as JSON text without whitespace.
  public var description: String { JSONValue.object(self).description }
}
