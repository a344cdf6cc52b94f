/// A JSON object that keeps the order of its keys and compares them by their bytes.
public struct JSONObject: Sendable {
  /// Keys and values in order; no key stands twice.
  public private(set) var members: [(key: String, value: JSONValue)]

  public init() { members = [] }

  /// The later of two values of one key counts.
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

  /// The members of an object node; empty for a node of another kind.
  public init(_ node: JSONNode) {
    let members = node.members.map { ($0.key, JSONValue($0.value)) }
    if node.document.hasDuplicateKeys {
      self.init(members)
    } else {
      self.init()
      self.members = members
    }
  }

  public var isEmpty: Bool { members.isEmpty }
  public var count: Int { members.count }
  public var keys: [String] { members.map(\.key) }

  /// The value of a key. Setting nil removes the key; a new key goes to the end.
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
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.table == right.table
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(table) }

  private var table: [WireName: JSONValue] {
    Dictionary(members.map { (WireName($0.key), $0.value) }) { _, last in last }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral, CustomStringConvertible {
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }

  public var description: String { JSONValue.object(self).description }
}
