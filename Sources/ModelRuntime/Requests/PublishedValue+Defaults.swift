import JSONTree
import SchemaRules

extension Hasher {
  /// What the compiler would write as `hashValue` for every type: written here, it costs those who
  /// compile bindings nothing.
  static func value(_ hash: (inout Hasher) -> Void) -> Int {
    var hasher = Hasher()
    hash(&hasher)
    return hasher.finalize()
  }
}

extension OpenString {
  /// Any value, published or not.
  public init(rawValue: String) {
    self.init(
      rawValue, isPublished: Self.allCases.contains { $0.rawValue.isSameOnWire(as: rawValue) })
  }

  public init(stringLiteral value: String) { self.init(rawValue: value) }

  public static var publishedCount: Int { allCases.count }

  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue.isSameOnWire(as: right.rawValue)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(WireName(rawValue)) }

  public var hashValue: Int { Hasher.value(hash(into:)) }

  public func writeValue(to writer: inout FieldWriter) { writer.json.value(rawValue) }

  public var description: String { rawValue }

  public var shown: String { ValueText.quoted(rawValue) }
}

extension OpenInteger {
  /// Any value, published or not.
  public init(rawValue: Int) {
    self.init(rawValue, isPublished: Self.allCases.contains { $0.rawValue == rawValue })
  }

  public init(integerLiteral value: Int) { self.init(rawValue: value) }

  public static var publishedCount: Int { allCases.count }

  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue == right.rawValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  public var hashValue: Int { Hasher.value(hash(into:)) }

  public func writeValue(to writer: inout FieldWriter) { writer.json.value(rawValue) }

  public var description: String { shown }

  public var shown: String { String(rawValue) }
}

extension OpenNumber {
  /// Any value, published or not.
  public init(rawValue: Double) {
    self.init(rawValue, isPublished: Self.allCases.contains { $0.rawValue == rawValue })
  }

  public init(floatLiteral value: Double) { self.init(rawValue: value) }

  public static var publishedCount: Int { allCases.count }

  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue == right.rawValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  public var hashValue: Int { Hasher.value(hash(into:)) }

  public func writeValue(to writer: inout FieldWriter) { writer.json.value(rawValue) }

  public var description: String { shown }

  public var shown: String { rawValue.description }
}
